package io.penstock.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class LedgerTableTest {

    @Test
    void alignsTheNumbersAndSaysWhatIsWrong() {
        var run =
                new RunView(
                        new UUID(0, 1),
                        "COMPLETE",
                        "",
                        false,
                        List.of(
                                ledger("hosts", 500, 500, 500),
                                ledger("vulnerabilities", 12_345, 12_344, 12_344)));

        assertThat(String.join("\n", LedgerTable.of(run)))
                .isEqualTo(
                        """
                                  vendor total  received  distinct  mapped  rejected  created  updated  unchanged  superseded  balance
                        hosts              500       500       500     500         0      500        0          0           0  ok
                        findings        12,345    12,344    12,344  12,344         0   12,344        0          0           0  NOT BALANCED: vendor total 12345 but 12344 distinct received\
                        """);
    }

    private static StreamLedger ledger(String stream, long total, long received, long created) {
        return new StreamLedger(
                stream, "", null, total, total, received, received, 1, 1, created, 0, created, 0, 0,
                0);
    }
}
