package io.penstock.platform.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The findings of one page with the texts and hosts they speak of.
 *
 * @param vulnerabilities by content key
 * @param remediations by content key
 * @param hosts what the findings say of their hosts, by host id
 * @param rejected records that could not be mapped
 */
public record FindingPage(
        List<MappedFinding> findings,
        Map<UUID, VulnerabilityText> vulnerabilities,
        Map<UUID, String> remediations,
        Map<UUID, SpokenHost> hosts,
        List<RejectedRecord> rejected) {

    /**
     * A host as its findings speak of it; enough for a minimal asset when the host itself was never
     * reported (B-15).
     *
     * @param key the vendor's host key
     */
    public record SpokenHost(
            String key,
            String name,
            String ipAddress,
            String operatingSystem,
            Instant firstFound,
            Instant lastFound) {

        /** The same host, spoken of over a longer time. */
        public SpokenHost widened(Instant first, Instant last) {
            return new SpokenHost(
                    key,
                    name,
                    ipAddress,
                    operatingSystem,
                    first.isBefore(firstFound) ? first : firstFound,
                    last.isAfter(lastFound) ? last : lastFound);
        }
    }
}
