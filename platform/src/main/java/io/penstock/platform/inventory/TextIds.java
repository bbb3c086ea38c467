package io.penstock.platform.inventory;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;

/** The row ids that the content keys of texts stand for. */
record TextIds(Map<UUID, Long> vulnerabilities, Map<UUID, Long> remediations) {

    long vulnerability(MappedFinding finding) {
        return known(vulnerabilities, finding.vulnerabilityKey());
    }

    @Nullable Long remediation(MappedFinding finding) {
        var key = finding.remediationKey();
        return key == null ? null : known(remediations, key);
    }

    /**
     * @throws IllegalStateException when there is no row for the key
     */
    static <V> V known(Map<UUID, V> values, UUID key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("no row for key " + key);
        }
        return value;
    }
}
