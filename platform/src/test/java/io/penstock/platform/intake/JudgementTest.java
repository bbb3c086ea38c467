package io.penstock.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    /** Columns: delta, attempt, distinct, the vendor's number, fault. */
    @ParameterizedTest
    @CsvSource({
        "false, 1, 10, 10, '',   SEALED",
        "false, 1, 0,  0,  '',   SEALED",
        "false, 1, 9,  10, '',   AGAIN",
        "false, 1, 11, 10, '',   AGAIN",
        "false, 2, 10, 10, '',   SEALED",
        "false, 2, 9,  10, '',   INCOMPLETE",
        "false, 2, 11, 10, '',   INCOMPLETE",
        "false, 1, 10, 10, 'x.', AGAIN",
        "false, 2, 10, 10, 'x.', INCOMPLETE",
        "false, 1, 0,  -1, '',   AGAIN",
        "true,  1, 10, 10, '',   SEALED",
        "true,  1, 11, 10, '',   SEALED",
        "true,  1, 9,  10, '',   AGAIN",
        "true,  2, 9,  10, '',   INCOMPLETE",
        "true,  1, 11, 10, 'x.', AGAIN",
        "true,  1, 0,  -1, '',   AGAIN",
        "true,  2, 0,  -1, '',   INCOMPLETE",
        "true,  3, 9,  10, '',   INCOMPLETE",
    })
    void sealsOnlyWhatIsProved(
            boolean delta,
            int attempt,
            long distinct,
            long vendorTotal,
            String fault,
            Judgement.Outcome expected) {
        var judgement = Judgement.of(delta, attempt, distinct, vendorTotal, fault);

        assertThat(judgement.outcome()).isEqualTo(expected);
        assertThat(judgement.reason().isEmpty()).isEqualTo(expected == Judgement.Outcome.SEALED);
    }

    @Test
    void saysTheCountsOrTheFault() {
        assertThat(Judgement.of(false, 2, 4_812, 4_813, "").reason())
                .isEqualTo(
                        "4,812 distinct records received, the vendor has 4,813, after a second"
                                + " read");
        assertThat(Judgement.of(false, 2, 4_812, -1, "A page has no facet 'cve'.").reason())
                .isEqualTo("A page has no facet 'cve', after a second read");
        assertThat(Judgement.of(false, 1, 12, -1, "").reason())
                .isEqualTo("12 distinct records received, the vendor did not say how many it has");
    }
}
