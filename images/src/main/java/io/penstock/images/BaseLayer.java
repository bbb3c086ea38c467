package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every image begins with: the C library, one user, and the Java run time. */
final class BaseLayer {

    private static final Path LOCALE = Path.of("/usr/lib/locale/C.utf8");
    private static final int STICKY = 01777;

    private BaseLayer() {}

    static List<Entry> entries(JavaRuntime java) throws IOException {
        var entries = new ArrayList<>(java.entries());
        entries.add(new Entry.Copied(inImage(Machine.loader()), Machine.loader(), 0755));
        for (var library : Machine.glibc()) {
            entries.add(new Entry.Copied(inImage(library), library, 0755));
        }
        if (Files.isDirectory(LOCALE)) {
            entries.addAll(Trees.below(LOCALE, inImage(LOCALE)));
        }
        var user = Entry.USER;
        entries.add(new Entry.Text("etc/passwd", "penstock:x:%d:%d::/:\n".formatted(user, user)));
        entries.add(new Entry.Text("etc/group", "penstock:x:%d:\n".formatted(user)));
        entries.add(new Entry.Text("etc/nsswitch.conf", "hosts: files dns\n"));
        entries.add(new Entry.Folder("tmp", STICKY, 0));
        return entries;
    }

    private static String inImage(Path here) {
        return here.toString().substring(1);
    }
}
