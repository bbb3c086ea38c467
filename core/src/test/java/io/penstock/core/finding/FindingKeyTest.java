package io.penstock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingKeyTest {

    private final FindingKey keys = new FindingKey();

    @Test
    void theStrongestIdentifierPresentMakesTheClass() {
        var cve = keys.of("CVE-2024-1", null, null, "x");
        assertThat(keys.of("CVE-2024-1", "QID 7", "A title", "y")).isEqualTo(cve);
        var vendor = keys.of(null, "QID 7", null, "x");
        assertThat(keys.of("", "QID 7", "A title", "y")).isEqualTo(vendor).isNotEqualTo(cve);
        var title = keys.of(null, null, "A title", "x");
        assertThat(keys.of(null, " ", "A title", "y")).isEqualTo(title).isNotEqualTo(vendor);
        assertThat(keys.of(null, null, "", "x")).isNotEqualTo(keys.of(null, null, null, "y"));
    }

    @Test
    void equalTextsOfDifferentKindsAreDifferentClasses() {
        assertThat(keys.of("a", null, null, "a")).isNotEqualTo(keys.of(null, "a", null, "a"));
        assertThat(keys.of(null, null, "a", "a")).isNotEqualTo(keys.of(null, "a", null, "a"));
        assertThat(keys.of(null, null, "a", "a")).isNotEqualTo(keys.of(null, null, null, "a"));
    }

    @Test
    void caseAndBlanksAtTheEndsDoNotCount() {
        assertThat(keys.of(" cve-2024-1 ", null, null, ""))
                .isEqualTo(keys.of("CVE-2024-1", null, null, ""));
        assertThat(keys.of(null, null, "Old TLS", ""))
                .isEqualTo(keys.of(null, null, "old tls", ""));
        assertThat(keys.of(null, null, "É", "")).isNotEqualTo(keys.of(null, null, "é", ""));
    }

    @Test
    void onlyTheClassOfACveFallsApartByPorts() {
        assertThat(FindingKey.byPort(keys.of("CVE-2024-1", null, null, ""))).isTrue();
        assertThat(FindingKey.byPort(keys.of(null, "QID 7", null, ""))).isFalse();
        assertThat(FindingKey.byPort(keys.of(null, null, "A title", ""))).isFalse();
    }

    @Test
    void keysAreTheSameOnEveryMachine() {
        assertThat(keys.of("CVE-2024-1", null, null, "")).isEqualTo(6_428_161_150_187_072_265L);
    }
}
