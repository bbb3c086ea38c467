package io.penstock.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Archives of made-up files; the real image is tried with a container engine in e2e. */
class LayerTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry.Text("etc/group", "g"),
                    new Entry.Folder("tmp", 01777, 0),
                    new Entry.Folder("var/log/app", 0755, Entry.USER),
                    new Entry.Text("etc/a", "a"));

    @TempDir private Path folder;

    @Test
    void equalEntriesGiveEqualBytesWhateverTheirOrderAndAge() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "content");
        var some = new ArrayList<>(ENTRIES);
        some.add(Entry.Copied.of("opt/file", file));
        var first = Layer.write(folder.resolve("1.tar"), some, TIME);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        var second = Layer.write(folder.resolve("2.tar"), some.reversed(), TIME);
        assertThat(second.tar()).hasSameBinaryContentAs(first.tar());
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void keepsModesOwnersAndTheOneTime() throws IOException {
        var layer = Layer.write(folder.resolve("1.tar"), ENTRIES, TIME);
        var found = new LinkedHashMap<String, TarArchiveEntry>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(layer.tar()))) {
            for (var e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                found.put(e.getName(), e);
            }
        }
        assertThat(found.keySet())
                .containsExactly(
                        "etc/", "etc/a", "etc/group", "tmp/", "var/", "var/log/", "var/log/app/");
        assertThat(of(found, "tmp/").getMode() & 07777).isEqualTo(01777);
        assertThat(of(found, "var/log/app/").getLongUserId()).isEqualTo(Entry.USER);
        assertThat(of(found, "etc/a").getLongUserId()).isZero();
        assertThat(found.values()).allMatch(e -> e.getLastModifiedTime().toInstant().equals(TIME));
    }

    @Test
    void anArchiveNamesItsConfigurationLayersAndTag() throws IOException {
        var layer = Layer.write(folder.resolve("1.tar"), ENTRIES, TIME);
        var image =
                new Image(
                        "some/name:1",
                        List.of(layer),
                        List.of("/p"),
                        new Image.Settings(Map.of("B", "2", "A", "1"), Map.of()),
                        6);
        var archive = folder.resolve("image.tar.gz");
        var id = ImageArchive.write(archive, image, TIME);
        var files = read(new GZIPInputStream(Files.newInputStream(archive)));
        var manifest = JsonMapper.shared().readTree(of(files, "manifest.json")).get(0);
        assertThat(manifest.get("RepoTags").get(0).asString()).isEqualTo("some/name:1");
        var config = of(files, manifest.get("Config").asString());
        assertThat(Digests.sha256(config)).isEqualTo(id);
        var tree = JsonMapper.shared().readTree(config);
        assertThat(tree.get("rootfs").get("diff_ids").get(0).asString())
                .isEqualTo(
                        "sha256:"
                                + Digests.sha256(
                                        of(files, manifest.get("Layers").get(0).asString())));
        assertThat(tree.get("config").get("User").asString()).isEqualTo("10001:10001");
        assertThat(tree.get("config").get("Env").toString()).isEqualTo("[\"A=1\",\"B=2\"]");
        var again = folder.resolve("again.tar.gz");
        ImageArchive.write(again, image, TIME);
        assertThat(again).hasSameBinaryContentAs(archive);
    }

    private static <T> T of(Map<String, T> entries, String name) {
        var found = entries.get(name);
        if (found == null) {
            throw new AssertionError(name + " is not in " + entries.keySet());
        }
        return found;
    }

    private static Map<String, byte[]> read(InputStream in) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(in)) {
            for (var e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                files.put(e.getName(), tar.readAllBytes());
            }
        }
        return files;
    }
}
