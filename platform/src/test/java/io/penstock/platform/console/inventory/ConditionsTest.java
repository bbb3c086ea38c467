package io.penstock.platform.console.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.search.QueryFields;
import io.penstock.query.Query;
import io.penstock.query.QueryField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.util.List;

class ConditionsTest {

    private static final List<QueryField> FIELDS = new QueryFields(Clock.systemUTC()).findings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~ | 0 | ~~
                    finding.severity : 5 | 1 | finding.severity:5
                    a:1 and b:2 and not c:3 | 3 | a:1 and b:2 and not c:3
                    (a:1 or b:2) and c:3 | 2 | (a:1 or b:2) and c:3
                    a:1 or b:2 | 1 | a:1 or b:2
                    finding:(severity:5 and status:NEW) and word | 2 | finding:(severity:5 and status:NEW) and word
                    """)
    void readsWhatMustHoldTogether(String query, int parts, String text) {
        var conditions = Conditions.of(query);

        assertThat(conditions.parts()).hasSize(parts);
        assertThat(conditions.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~ | finding.severity:5 | finding.severity:5
                    openssl | finding.severity:5 | openssl and finding.severity:5
                    finding.severity:5 and openssl | finding.severity:4 | openssl and finding.severity:[5, 4]
                    finding.severity:[5, 4] | finding.severity:3 | finding.severity:[5, 4, 3]
                    finding.severity>3 | finding.severity:2 | finding.severity:2
                    vulnerabilities.vulnerability.severity:5 | finding.severity:4 | finding.severity:[5, 4]
                    finding.severity:5 or openssl | finding.severity:4 | (finding.severity:5 or openssl) and finding.severity:4
                    finding.status:NEW | finding.detectionAge:[8 .. 30] | finding.status:NEW and finding.detectionAge:[8 .. 30]
                    finding.detectionAge<=7 | finding.detectionAge:[8 .. 30] | finding.detectionAge:[8 .. 30]
                    """)
    void choosesOneMoreValue(String query, String term, String expected) {
        var chosen = (Query.Term) Conditions.of(term).parts().getFirst();
        var conditions = Conditions.of(query);

        assertThat(conditions.choosing(field(chosen), chosen).text()).isEqualTo(expected);
        assertThat(conditions.chose(field(chosen), chosen)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    finding.severity:5 | finding.severity:5 | ~~
                    openssl and finding.severity:5 | finding.severity:5 | openssl
                    finding.severity:[5, 4] and openssl | finding.severity:5 | openssl and finding.severity:4
                    finding.severity:[5, 4, 3] | finding.severity:4 | finding.severity:[5, 3]
                    finding.status=new | finding.status:NEW | ~~
                    finding.detectionAge:[8 .. 30] | finding.detectionAge:[8 .. 30] | ~~
                    finding.vendorProductName: `A b` | finding.vendorProductName:`A b` | ~~
                    """)
    void takesAValueAway(String query, String term, String expected) {
        var chosen = (Query.Term) Conditions.of(term).parts().getFirst();
        var conditions = Conditions.of(query);

        assertThat(conditions.chose(field(chosen), chosen)).isTrue();
        assertThat(conditions.dropping(field(chosen), chosen).text()).isEqualTo(expected);
    }

    @Test
    void aPartIsTakenAwayWhereverItWasWritten() {
        var conditions = Conditions.of("a:1 and b:2 and c:3");

        assertThat(conditions.without(conditions.parts().get(1)).text()).isEqualTo("a:1 and c:3");
        assertThat(conditions.without(Conditions.of(" b:2").parts().getFirst()).text())
                .isEqualTo("a:1 and c:3");
    }

    private static QueryField field(Query.Term term) {
        return FIELDS.stream()
                .filter(field -> field.name().equals(term.field()))
                .findFirst()
                .orElseThrow();
    }
}
