package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.testkit.GoldenFile;
import io.penstock.testkit.SourceTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The recorded payloads of a real tenant go through source, map and inventory (S-091 to S-109). */
class RecordedPayloadsE2eTest {

    private static final ApiClient CLIENT = ApiClient.random(new SplittableRandom(1));

    private static final String ID =
            "\"(asset_id|host_id|finding_id|content_hash|connection_id)\":"
                    + " (?:\"[0-9a-f-]{36}\"|[0-9]+)";

    @TempDir private Path folder;

    @Test
    void recordedPayloadsBecomeTheInventoryTheyDescribe() throws IOException {
        try (var vendor = RecordedVendor.start(SourceTree.root());
                var chain = Chain.start(folder, Chain.tenant(1, 1, 1))) {
            chain.session()
                    .updateConnection(
                            chain.enrolment().connection().uuid(),
                            Enrolment.draft(vendor.address(), CLIENT));

            var pull = chain.pull();

            assertThat(pull.exitCode()).as(pull.output()).isZero();
            assertThat(pull.run()).hasValueSatisfying(run -> assertThat(run.good()).isTrue());
            GoldenFile.named("recorded-payloads.txt").assertMatches(withoutConnection(chain));
        }
    }

    /** Ids are a function of the connection's own, which is new in every test. */
    private static String withoutConnection(Chain chain) {
        var text = new StringBuilder();
        chain.dump()
                .tables()
                .forEach((table, rows) -> {
                    text.append(table).append('\n');
                    rows.stream()
                            .map(row -> row.replaceAll(ID, "\"$1\": \"…\""))
                            .sorted()
                            .forEach(row -> text.append("  ").append(row).append('\n'));
                });
        return text.toString();
    }
}
