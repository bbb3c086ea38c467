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
 * @param sources the records that speak of it, last found first; at most {@value #SOURCES_MAX}
 * @param events status changes, absences, and closings that were held, oldest first; at most
 *     {@value #EVENTS_MAX}, the newest kept
 */
public record FindingDetail(
        FindingRow row,
        Vulnerability vulnerability,
        Origin origin,
        History history,
        Presence presence,
        List<Source> sources,
        List<Event> events) {

    /** Sources of one finding that are read. */
    public static final int SOURCES_MAX = 200;

    /** Status changes of one finding that are read. */
    public static final int EVENTS_MAX = 500;

    public FindingDetail {
        sources = List.copyOf(sources);
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

    /**
     * Who reported it, and how; of several sources the one whose status counts.
     *
     * @param vendorFindingId the vendor's id of what was found, or empty
     * @param protocol of the port, or empty
     */
    public record Origin(
            String vendorName,
            String connectionName,
            UUID connectionUuid,
            String externalFindingId,
            String subType,
            String detectionMethod,
            String vendorFindingId,
            @Nullable Integer port,
            String protocol) {}

    /**
     * When it changed, and by which runs.
     *
     * @param missingSince since when complete full runs have not reported it
     */
    public record History(
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt,
            @Nullable Instant missingSince,
            Instant changedAt,
            @Nullable UUID createdRun,
            @Nullable UUID changedRun) {}

    /**
     * What one record says by itself.
     *
     * @param recordId the finding's id if this were the only record
     * @param vendorFindingId the vendor's id of what was found, or empty
     */
    public record Source(
            UUID recordId,
            String vendorProductName,
            String connectionName,
            UUID connectionUuid,
            String externalFindingId,
            String vendorFindingId,
            String status,
            int severity,
            Instant firstFound,
            Instant lastFound,
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt,
            @Nullable Instant missingSince) {}

    /**
     * What keeps it open though it may be gone; "suppressed" and "expired", which the source says
     * itself, are part of the row.
     *
     * @param hostGoneSince since when complete full runs have not reported its host; null when they
     *     do
     * @param closingHeld a closing waits for the end of a run, or for a person
     */
    public record Presence(@Nullable Instant hostGoneSince, boolean closingHeld) {}

    /**
     * One change of the status of a record, an absence of it, or a closing that did not count.
     *
     * @param standing {@code COUNTS}, {@code HELD} for a closing that waits, {@code REJECTED} for
     *     one that a person turned down
     * @param from null unless it counts
     * @param to the same as {@code from} for an absence that closes nothing; null unless it counts
     * @param record id of the record, see {@link Source}
     */
    public record Event(
            Instant happenedAt,
            String standing,
            @Nullable String from,
            @Nullable String to,
            String reason,
            UUID record,
            @Nullable UUID run) {}
}
