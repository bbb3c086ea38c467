package io.penstock.platform.trend;

import io.penstock.platform.search.AgeStep;
import io.penstock.query.QueryPrinter;

import java.time.LocalDate;
import java.util.UUID;

/** The query behind each figure; a test asks every one of them and compares. */
final class Queries {

    static final String OPEN = "not finding.status:FIXED";
    static final String FIXED = "finding.status:FIXED";
    static final String REOPENED = "finding.status:REOPENED";
    static final String URGENT = severity(5);
    static final String URGENT_OLD = URGENT + " and finding.detectionAge>30";
    static final String EXPLOITED = OPEN + " and finding.riskFactor.isCisaKnownExploit:true";
    static final String ONLY_SPOKEN_OF = "asset.isMinimal:true";
    static final String WITHOUT_FINDINGS = "not finding.severity>=1";

    private Queries() {}

    static String severity(int severity) {
        return OPEN + " and finding.severity:" + severity;
    }

    static String age(AgeStep step) {
        return OPEN + " and " + step.term();
    }

    /**
     * @param hundred 0 to 9; the last one ends with 1000
     */
    static String score(int hundred) {
        var from = hundred * 100;
        return "asset.riskScore:[" + from + " .. " + lastOf(hundred) + "]";
    }

    static int lastOf(int hundred) {
        return hundred == 9 ? 1_000 : hundred * 100 + 99;
    }

    /** One and the same finding is open and of the CVE. */
    static String hostsOf(String cve) {
        return "finding:(cveId:" + QueryPrinter.exact(cve) + " and not status:FIXED)";
    }

    static String findingsOf(String cve) {
        return OPEN + " and finding.cveId:" + QueryPrinter.exact(cve);
    }

    static String openOn(UUID asset) {
        return OPEN + " and asset.id:" + asset;
    }

    static String foundOn(LocalDate day) {
        return "finding.firstFoundDate:" + day;
    }

    static String fixedOn(LocalDate day) {
        return "finding.lastFixedDate:" + day;
    }

    static String reopenedOn(LocalDate day) {
        return "finding.reopenedDate:" + day;
    }
}
