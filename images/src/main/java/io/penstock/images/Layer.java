package io.penstock.images;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/**
 * A layer of an image: a tar file whose bytes depend on its entries only.
 *
 * @param digest lower-case hex SHA-256 of the tar
 */
record Layer(Path tar, String digest) {

    private static final String FOLDER_END = "/";

    /** Writes the entries in the order of their paths; folders in between are made. */
    static Layer write(Path tar, Collection<Entry> entries, Instant time) throws IOException {
        var sorted = new TreeMap<String, Entry>();
        for (var entry : entries) {
            addParents(sorted, entry.path());
            sorted.put(entry.path(), entry);
        }
        try (var out =
                new TarArchiveOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(tar)),
                        StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry : sorted.values()) {
                append(out, entry, time);
            }
        }
        return new Layer(tar, Digests.sha256(tar));
    }

    private static void addParents(TreeMap<String, Entry> sorted, String path) {
        for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            var parent = path.substring(0, slash);
            sorted.putIfAbsent(parent, new Entry.Folder(parent, 0755, 0));
        }
    }

    private static void append(TarArchiveOutputStream out, Entry entry, Instant time)
            throws IOException {
        switch (entry) {
            case Entry.Folder folder -> put(out, folder, folder.path() + FOLDER_END, 0, time);
            case Entry.Text text -> {
                put(out, text, text.path(), text.bytes().length, time);
                out.write(text.bytes());
            }
            case Entry.Copied copied -> {
                put(out, copied, copied.path(), Files.size(copied.from()), time);
                Files.copy(copied.from(), out);
            }
        }
        out.closeArchiveEntry();
    }

    private static void put(
            TarArchiveOutputStream out, Entry entry, String name, long size, Instant time)
            throws IOException {
        var header = new TarArchiveEntry(name, true);
        header.setSize(size);
        header.setMode(entry.mode());
        header.setIds(entry.owner(), entry.owner());
        header.setUserName("");
        header.setGroupName("");
        header.setModTime(FileTime.from(time));
        out.putArchiveEntry(header);
    }
}
