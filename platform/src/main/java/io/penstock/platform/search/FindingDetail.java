package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything the inventory says of one finding.
 *
 * @param row what a list shows of it
 * @param events status changes, oldest first; at most {@value #EVENTS_MAX}, the newest kept
 */
public record FindingDetail(
        FindingRow row,
        Vulnerability vulnerability,
        Origin origin,
        History history,
        List<Event> events) {

    /** Status changes of one finding that are read. */
    public static final int EVENTS_MAX = 500;

    public FindingDetail {
        events = List.copyOf(events);
    }

    /**
     * What is known of the vulnerability itself.
     *
     * @param kev listed in CISA's catalogue of exploited vulnerabilities
     * @param exploitStatus the vendor's number, 0 none to 90 actively used
     * @param exprt the vendor's rating word, or empty
     */
    public record Vulnerability(
            String description,
            String recommendation,
            @Nullable BigDecimal cvss2,
            @Nullable BigDecimal cvss3,
            @Nullable BigDecimal cvss4,
            String sourceSeverity,
            boolean kev,
            @Nullable Integer exploitStatus,
            String exprt) {}

    /** Who reported it, and how. */
    public record Origin(
            String vendorName,
            String connectionName,
            UUID connectionUuid,
            String externalFindingId,
            String subType,
            String detectionMethod) {}

    /** When it changed, and by which runs. */
    public record History(
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt,
            Instant changedAt,
            @Nullable UUID createdRun,
            @Nullable UUID changedRun) {}

    /** One change of the status. */
    public record Event(
            Instant happenedAt, String from, String to, String reason, @Nullable UUID run) {}
}
