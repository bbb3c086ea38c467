package io.penstock.platform.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A file that is being written: what goes in is compressed, counted and bounded. */
final class PartFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final CountedOutput stored;
    private final GZIPOutputStream compressed;
    private final CountedOutput content;

    private PartFile(FileChannel channel, long storedMax) throws IOException {
        this.channel = channel;
        this.stored = new CountedOutput(Channels.newOutputStream(channel), storedMax);
        this.compressed =
                new GZIPOutputStream(new BufferedOutputStream(stored, BUFFER_BYTES), BUFFER_BYTES);
        this.content =
                new CountedOutput(
                        new BufferedOutputStream(compressed, BUFFER_BYTES), Long.MAX_VALUE);
    }

    /**
     * @param storedMax most bytes of the compressed file; more are a fault
     */
    static PartFile create(Path file, long storedMax) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            return new PartFile(channel, storedMax);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    OutputStream content() {
        return content;
    }

    /** Ends the compressed form and waits for the disk. */
    void finish() throws IOException {
        content.flush();
        compressed.finish();
        compressed.flush();
        channel.force(true);
    }

    /** What went in. */
    long bytes() {
        return content.bytes();
    }

    /** What is in the file, once it is finished. */
    long storedBytes() {
        return stored.bytes();
    }

    /** Leaves half a file unless it was finished. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
