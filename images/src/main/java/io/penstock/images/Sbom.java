package io.penstock.images;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;

/**
 * The parts of an image as CycloneDX 1.6: every jar with its SHA-256, as it is in the image, the
 * Java run time and the C library.
 */
final class Sbom {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Sbom() {}

    static byte[] json(String name, String version, List<Path> jars) throws IOException {
        var parts = new ArrayList<Map<String, Object>>();
        for (var jar : jars) {
            parts.add(part(jar));
        }
        parts.add(
                component(
                        "platform",
                        System.getProperty("java.vm.vendor") + " Java run time",
                        System.getProperty("java.runtime.version")));
        parts.add(component("library", "glibc", Glibc.version()));
        var bom = new LinkedHashMap<String, Object>();
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("version", 1);
        bom.put("metadata", Map.of("component", component("container", name, version)));
        bom.put("components", parts);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(bom);
    }

    private static Map<String, Object> component(String type, String name, String version) {
        var part = new LinkedHashMap<String, Object>();
        part.put("type", type);
        part.put("name", name);
        part.put("version", version);
        return part;
    }

    private static Map<String, Object> part(Path jar) throws IOException {
        var identity = Identity.of(jar);
        var part = component("library", identity.artifact(), identity.version());
        if (!identity.group().isEmpty()) {
            part.put("group", identity.group());
            part.put(
                    "purl",
                    "pkg:maven/"
                            + identity.group()
                            + "/"
                            + identity.artifact()
                            + "@"
                            + identity.version());
        }
        var hash = new LinkedHashMap<String, Object>();
        hash.put("alg", "SHA-256");
        hash.put("content", Digests.sha256(jar));
        part.put("hashes", List.of(hash));
        return part;
    }

    /** A jar's coordinates, as Maven wrote them into it, or as its name tells. */
    private record Identity(String group, String artifact, String version) {

        static Identity of(Path jar) throws IOException {
            try (var file = new JarFile(jar.toFile())) {
                var found =
                        file.stream()
                                .filter(e -> e.getName().matches("META-INF/maven/.*pom.properties"))
                                .toList();
                if (found.size() != 1) {
                    return named(jar);
                }
                var values = new Properties();
                try (var in = file.getInputStream(found.getFirst())) {
                    values.load(in);
                }
                return new Identity(
                        values.getProperty("groupId", ""),
                        values.getProperty("artifactId", ""),
                        values.getProperty("version", ""));
            }
        }

        private static Identity named(Path jar) {
            var name = String.valueOf(jar.getFileName()).replaceAll("\\.jar$", "");
            var divider = name.split("-(?=\\d)", 2);
            return new Identity("", divider[0], divider.length == 2 ? divider[1] : "");
        }
    }
}
