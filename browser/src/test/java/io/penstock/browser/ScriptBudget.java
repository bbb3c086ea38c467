package io.penstock.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** How much script the console is, by file and compressed. */
final class ScriptBudget {

    private static final int BYTES_MAX = 200_000;

    private final Map<String, Integer> sizes = new TreeMap<>();

    /** Counts what a window has loaded. */
    void add(Tab tab) {
        for (var script : tab.watch().scripts()) {
            sizes.computeIfAbsent(script.url(), _ -> compressed(script));
        }
    }

    /** Even all of it together, which no single page loads, stays below the limit. */
    void assertKept() {
        assertThat(sizes).as("scripts that were seen").isNotEmpty();
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as(sizes.toString())
                .isLessThanOrEqualTo(BYTES_MAX);
    }

    private static int compressed(Response script) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(script.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }
}
