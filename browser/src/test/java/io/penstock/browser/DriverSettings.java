package io.penstock.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the driver of the browser is told: to fetch no browser, and to run on this machine's Node
 * where there is one that is new enough, which spares it the unpacking of its own.
 */
final class DriverSettings {

    private static final String NODE = "PLAYWRIGHT_NODEJS_PATH";
    private static final int NODE_MIN = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\..*");

    private DriverSettings() {}

    static Map<String, String> of(Map<String, String> environment) {
        var settings = new HashMap<String, String>();
        settings.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Optional.ofNullable(environment.get(NODE))
                .or(() -> node(environment.getOrDefault("PATH", "")))
                .ifPresent(node -> settings.put(NODE, node));
        return settings;
    }

    private static Optional<String> node(String path) {
        return Stream.of(path.split(":"))
                .map(place -> Path.of(place, "node"))
                .filter(Files::isExecutable)
                .filter(program -> version(program) >= NODE_MIN)
                .map(Path::toString)
                .findFirst();
    }

    /** A program that does not say its version is none. */
    private static int version(Path program) {
        try {
            var process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            try (var output = process.getInputStream()) {
                var said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
                var version = VERSION.matcher(said);
                return version.matches() ? Integer.parseInt(version.group(1)) : 0;
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
