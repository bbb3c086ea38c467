package io.penstock.images;

import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file that {@code docker load} reads, in gzip: the layers, the image's configuration, whose
 * SHA-256 is the image's id, and a manifest.
 */
final class ImageArchive {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DIGEST = "sha256:";

    private ImageArchive() {}

    /**
     * @return the image's id, lower-case hex
     */
    static String write(Path archive, Image image, Instant time) throws IOException {
        var config = JSON.writeValueAsBytes(config(image, time));
        var id = Digests.sha256(config);
        var entries = new ArrayList<Entry>();
        for (var layer : image.layers()) {
            entries.add(new Entry.Copied(layerName(layer), layer.tar(), 0644));
        }
        entries.add(new Entry.Text(id + ".json", config, 0644, 0));
        entries.add(new Entry.Text("manifest.json", manifest(image, id), 0644, 0));
        var tar = archive.resolveSibling(archive.getFileName() + ".tmp");
        Layer.write(tar, entries, time);
        compress(tar, archive, image.gzipLevel());
        Files.delete(tar);
        return id;
    }

    private static String layerName(Layer layer) {
        return layer.digest() + "/layer.tar";
    }

    private static byte[] manifest(Image image, String id) {
        var one = new LinkedHashMap<String, Object>();
        one.put("Config", id + ".json");
        one.put("RepoTags", List.of(image.tag()));
        one.put("Layers", image.layers().stream().map(ImageArchive::layerName).toList());
        return JSON.writeValueAsBytes(List.of(one));
    }

    private static Map<String, Object> config(Image image, Instant time) {
        var run = new LinkedHashMap<String, Object>();
        run.put("User", Entry.USER + ":" + Entry.USER);
        run.put("Env", variables(image));
        run.put("Entrypoint", image.entrypoint());
        run.put("WorkingDir", "/" + Image.FOLDER);
        run.put("StopSignal", "SIGTERM");
        run.put("Labels", new TreeMap<>(image.settings().labels()));
        var config = new LinkedHashMap<String, Object>();
        config.put("architecture", Machine.architecture());
        config.put("os", "linux");
        config.put("created", time.toString());
        config.put("config", run);
        var rootfs = new LinkedHashMap<String, Object>();
        rootfs.put("type", "layers");
        rootfs.put("diff_ids", image.layers().stream().map(l -> DIGEST + l.digest()).toList());
        config.put("rootfs", rootfs);
        return config;
    }

    private static List<String> variables(Image image) {
        return new TreeMap<>(image.settings().environment())
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    private static void compress(Path tar, Path archive, int level) throws IOException {
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(level);
        try (var out =
                new GzipCompressorOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(archive)), parameters)) {
            Files.copy(tar, out);
        }
    }
}
