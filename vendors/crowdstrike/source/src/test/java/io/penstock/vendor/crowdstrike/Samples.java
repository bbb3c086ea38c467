package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Recorded payloads and the fixed values tests share. */
final class Samples {

    static final ReadWindow FULL = ReadWindow.full(Instant.parse("2026-11-23T12:00:00.123Z"));
    static final Slice HOSTS = Slice.whole(FalconDescriptor.HOSTS);
    static final Slice FINDINGS = Slice.whole(FalconDescriptor.FINDINGS);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Samples() {}

    static byte[] bytes(String name) {
        try (var in = Samples.class.getResourceAsStream("/falcon-samples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    /** Small pages, so that a few records make many of them. */
    static ReadPlan plan(int findings, int hosts, int window) {
        return new ReadPlan(
                List.of(findings, Math.max(1, findings / 2)),
                hosts,
                window,
                List.of(findings, Math.max(1, findings / 2)),
                List.of("cve", "host_info"));
    }
}
