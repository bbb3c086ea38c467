package io.penstock.platform.upload;

import io.penstock.core.value.FieldPath;
import io.penstock.core.value.Sha256;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Collects records into a page of the form the connector's vendor sends. One thread. */
final class PageMaker {

    private static final int RECORDS_MAX = 1_000;
    private static final int BYTES_MAX = 4 * 1024 * 1024;

    private final String before;
    private final String after;
    private final List<FileRecord> records = new ArrayList<>();
    private long bytes;

    /**
     * @param place where a page has its records
     */
    PageMaker(FieldPath place) {
        var opening = new StringBuilder();
        for (var step : place.steps()) {
            opening.append('{').append(JsonMapper.shared().writeValueAsString(step.name()));
            opening.append(':');
        }
        before = opening.append('[').toString();
        after = "]" + "}".repeat(place.steps().size());
    }

    /**
     * A page to store.
     *
     * @param body gzip
     * @param lines the line each record begins on
     * @param faults index of a record that could not be read → why, as JSON; empty when all could
     */
    record Page(byte[] body, byte[] sha256, Integer[] lines, String faults) {}

    void add(FileRecord record) {
        records.add(record);
        bytes += record.json().length;
    }

    boolean full() {
        return records.size() >= RECORDS_MAX || bytes >= BYTES_MAX;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The page of what was added since the last one. */
    Page take() {
        var body = body();
        var lines = records.stream().map(FileRecord::line).toArray(Integer[]::new);
        var page = new Page(body, Sha256.of(body), lines, faults());
        records.clear();
        bytes = 0;
        return page;
    }

    private byte[] body() {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < records.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(records.get(i).json());
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private String faults() {
        Map<Integer, String> faults = new HashMap<>();
        for (var i = 0; i < records.size(); i++) {
            if (!records.get(i).readable()) {
                faults.put(i, records.get(i).fault().replace("\0", ""));
            }
        }
        return faults.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(faults);
    }
}
