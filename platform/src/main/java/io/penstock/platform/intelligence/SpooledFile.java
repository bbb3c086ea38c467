package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Sha256;
import io.penstock.platform.upload.BoundedFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file that has come completely, on the disk until it is closed. So a slow sender holds no
 * database connection, and a file cut off on its way is seen before anything is read.
 *
 * @param origin name of the file, or host and path of the address
 */
record SpooledFile(Path path, byte[] sha256, String origin) implements AutoCloseable {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /**
     * @throws FaultException CONFIGURATION for a file with more bytes than allowed, MALFORMED when
     *     the sender breaks off
     */
    static SpooledFile of(InputStream sent, long bytesMax, String origin) {
        try {
            var path = Files.createTempFile("penstock-list-", ".tmp");
            try {
                return new SpooledFile(path, spool(sent, path, bytesMax), origin);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "LIST_BROKEN_OFF",
                    "The file was broken off before its end.",
                    "Nothing was changed; send it again.");
        }
    }

    /** A file that is on the disk already; it is deleted like any other. */
    static SpooledFile adopt(Path path, String origin) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new SpooledFile(path, digest.digest(), origin);
    }

    private static byte[] spool(InputStream sent, Path path, long bytesMax) throws IOException {
        var digest = Sha256.digest();
        try (var out = Files.newOutputStream(path)) {
            var in = new DigestInputStream(bounded(sent, bytesMax), digest);
            in.transferTo(out);
        }
        return digest.digest();
    }

    /** The text of the file, unpacked when it is packed. */
    InputStream open(long unpackedMax) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(path));
        try {
            return bounded(unpacked(raw), unpackedMax);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** The head of a packed stream is read, and may be refused, at once. */
    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        var packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
    }

    private static InputStream bounded(InputStream in, long bytesMax) {
        return new BoundedFile(
                in,
                bytesMax,
                "LIST_SIZE",
                "Nothing was changed; penstock.intelligence.bytes-max is the bound of a file as it"
                        + " comes.");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It lies in the folder for temporary files; the system clears that.
            path.toFile().deleteOnExit();
        }
    }
}
