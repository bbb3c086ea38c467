package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Many machines known to two sources; {@code penstock.hosts} sets how many, figures are printed.
 */
class IdentityScaleIT {

    private static final int HOSTS = Integer.getInteger("penstock.hosts", 400);
    private static final int PAGE = 400;

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @Test
    void twoSourcesOfTheSameMachinesBecomeOneAssetEach() {
        timed("new hosts", () -> report("A", 10));
        timed("the same hosts of another source", () -> report("B", 10));
        assertThat(sources.count("asset")).isEqualTo(HOSTS);
        assertThat(sources.count("asset_source")).isEqualTo(2L * HOSTS);
        var before = sources.text("select max(xmin::text::bigint)::text from asset_source");

        timed("unchanged hosts", () -> report("B", 10));
        assertThat(sources.text("select max(xmin::text::bigint)::text from asset_source"))
                .isEqualTo(before);
        timed("hosts seen again later", () -> report("B", 11));
        timed(
                "simulation",
                () ->
                        sources.call(
                                200,
                                "POST",
                                "/api/v1/identification/simulations",
                                "{\"rules\": [{\"rule\": \"fqdn\", \"on\": true}]}"));
        assertThat(sources.count("asset where sources = 2")).isEqualTo(HOSTS);
    }

    private static void report(String source, int day) {
        for (var from = 0; from < HOSTS; from += PAGE) {
            var machines =
                    IntStream.range(from, Math.min(from + PAGE, HOSTS))
                            .mapToObj(i -> machine(source, i, day))
                            .toArray(Machine[]::new);
            sources.report(source, machines);
        }
    }

    private static Machine machine(String source, int i, int day) {
        return new Machine(
                source.toLowerCase(Locale.ROOT) + i,
                "host-" + i,
                String.format(Locale.ROOT, "SN-%08dX", i),
                String.format(Locale.ROOT, "3C-5A-B4-%02X-%02X-01", i / 256 % 256, i % 256),
                "10." + i / 62_500 + "." + i / 250 % 250 + "." + (1 + i % 250),
                new int[] {1, day});
    }

    private static void timed(String what, Runnable work) {
        var start = System.nanoTime();
        work.run();
        var millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "%s: %d in %d ms, %.2f ms each%n",
                what,
                HOSTS,
                millis,
                (double) millis / HOSTS);
    }
}
