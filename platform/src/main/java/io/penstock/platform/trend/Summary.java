package io.penstock.platform.trend;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A tenant's inventory in figures, all of one moment. Open is every finding that is not FIXED,
 * suppressed and accepted ones too.
 *
 * @param asOf the moment they were measured
 * @param widest the CVEs that are open on most hosts
 * @param riskiest the hosts with the highest scores, without those that have none
 */
public record Summary(
        Instant asOf,
        Findings findings,
        Hosts hosts,
        List<WideCve> widest,
        List<RiskyHost> riskiest) {

    public Summary {
        widest = List.copyOf(widest);
        riskiest = List.copyOf(riskiest);
    }

    /**
     * @param urgent open ones of severity 5
     * @param urgentOld open ones of severity 5 that were first found more than 30 days ago
     * @param exploited open ones in CISA's catalogue, or that a source says are in it
     * @param reopened open ones that had been fixed
     * @param bySeverity open ones, from 5 to 1; the label is the number
     * @param byAge open ones, from young to old
     */
    public record Findings(
            Figure open,
            Figure fixed,
            Figure urgent,
            Figure urgentOld,
            Figure exploited,
            Figure reopened,
            List<Bar> bySeverity,
            List<Bar> byAge) {

        public Findings {
            bySeverity = List.copyOf(bySeverity);
            byAge = List.copyOf(byAge);
        }

        /** Open findings of severities 1 to 5. */
        List<Long> openFromLowest() {
            return bySeverity.reversed().stream().map(Bar::count).toList();
        }
    }

    /**
     * @param onlySpokenOf hosts that no source reports, known from what findings say of them
     * @param withoutFindings hosts of which no source ever reported a finding
     * @param byScore hosts by hundreds of their score, from low to high
     */
    public record Hosts(
            Figure all,
            Figure onlySpokenOf,
            Figure withoutFindings,
            Scores scores,
            List<Bar> byScore) {

        public Hosts {
            byScore = List.copyOf(byScore);
        }
    }

    /** Of all hosts' scores, 0 to 1000; zeros while there is no host. */
    public record Scores(double mean, int median, int percentile90) {}

    /**
     * @param severity the highest of its open findings, 1 to 5
     * @param hosts on which it is open
     * @param findings open ones
     */
    public record WideCve(String cve, int severity, Figure hosts, Figure findings) {}

    /**
     * @param score 0 to 1000
     * @param open its open findings
     */
    public record RiskyHost(UUID id, String name, int score, Figure open) {}

    /** True for an inventory with nothing in it. */
    public boolean empty() {
        return hosts.all().count() == 0
                && findings.open().count() == 0
                && findings.fixed().count() == 0;
    }
}
