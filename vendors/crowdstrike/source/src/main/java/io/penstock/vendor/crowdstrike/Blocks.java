package io.penstock.vendor.crowdstrike;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of the blocks that must be asked for the findings of a page carry. The vendor loses them
 * without a word: for a whole page, or for some rows.
 *
 * @param cves findings with the block {@code cve}
 * @param cvesLost findings without it although they are named after a CVE
 * @param hosts findings with the block {@code host_info}
 * @param hostsLost findings without it although others of the same host have it
 * @param remediations findings with a remedy's block
 */
record Blocks(int cves, int cvesLost, int hosts, int hostsLost, int remediations) {

    /** Fewer findings than this may honestly all lack a block. */
    private static final int ROWS_MIN = 5;

    /** Findings without any remedy are more common than findings without a host. */
    private static final int ROWS_WITHOUT_REMEDY_MAX = 50;

    /**
     * @throws io.penstock.core.fault.FaultException MALFORMED when a block is lost
     */
    void require(Collection<String> asked, int records) {
        if (asked.contains("host_info") && (hostsLost > 0 || none(hosts, records, ROWS_MIN))) {
            throw Incomplete.facet("host_info", records - hosts, records);
        }
        if (asked.contains("cve") && (cvesLost > 0 || none(cves, records, ROWS_MIN))) {
            throw Incomplete.facet("cve", records - cves, records);
        }
        if (asked.contains("remediation") && none(remediations, records, ROWS_WITHOUT_REMEDY_MAX)) {
            throw Incomplete.facet("remediation", records, records);
        }
    }

    private static boolean none(int present, int records, int enough) {
        return present == 0 && records >= enough;
    }

    /** Collects while a page is stepped over. */
    static final class Tally {

        private final Set<String> hostsWith = new HashSet<>();
        private final Set<String> hostsWithout = new HashSet<>();
        private int cves;
        private int cvesLost;
        private int hosts;
        private int remediations;
        private boolean cve;
        private boolean host;
        private String aid = "";
        private String name = "";

        void field(String field, String value) {
            if (field.equals("aid")) {
                aid = value;
            } else {
                name = value;
            }
        }

        void block(String block) {
            switch (block) {
                case "cve" -> cve = true;
                case "host_info" -> host = true;
                case "remediation" -> remediations++;
                default -> {}
            }
        }

        void recordEnds() {
            cves += cve ? 1 : 0;
            cvesLost += !cve && name.startsWith("CVE-") ? 1 : 0;
            hosts += host ? 1 : 0;
            if (!aid.isEmpty()) {
                (host ? hostsWith : hostsWithout).add(aid);
            }
            cve = false;
            host = false;
            aid = "";
            name = "";
        }

        Blocks result() {
            hostsWithout.retainAll(hostsWith);
            return new Blocks(cves, cvesLost, hosts, hostsWithout.size(), remediations);
        }
    }
}
