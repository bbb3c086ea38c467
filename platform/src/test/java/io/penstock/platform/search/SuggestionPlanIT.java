package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.query.QueryField;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** What is asked of 200,000 findings while a person types: an index, a small table, or nothing. */
class SuggestionPlanIT {

    private static final int TENANT = 1;

    private static SeededInventory inventory;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "large-inventory.sql");
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void noStatementReadsALargeTableSequentially() {
        var recorder = new PlanRecorder(inventory.source());
        var suggestions = SeededInventory.suggestions(recorder);
        for (var field : SeededInventory.fields().findings()) {
            for (var begin : List.of("", "v", "host-1", "CVE-2026-7", "VULNERABILITY 9", "zzz")) {
                suggest(suggestions, field, begin);
            }
        }

        assertThat(recorder.plans())
                .hasSizeGreaterThan(50)
                .noneMatch(plan -> plan.contains("Seq Scan on finding"))
                .noneMatch(plan -> plan.contains("Seq Scan on asset"))
                .noneMatch(plan -> plan.contains("Seq Scan on vulnerability"))
                .noneMatch(plan -> plan.contains(" on finding"));
    }

    @Test
    void valuesComeInOrderAndEachOnce() {
        var values =
                new ValueReader(inventory.source())
                        .find(TENANT, field("asset.name"), "HOST-19", 20).stream()
                                .map(ValueReader.Found::text)
                                .toList();

        assertThat(values).startsWith("HOST-19", "HOST-190", "HOST-1900").doesNotHaveDuplicates();
    }

    private static QueryField field(String name) {
        return SeededInventory.fields().findings().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void suggest(Suggestions suggestions, QueryField field, String begin) {
        var text = field.name() + ":\"" + begin;
        suggestions.suggest(
                TENANT, Searched.FINDINGS, new Suggestions.Typed(text, text.length()), 10);
    }
}
