package io.penstock.platform.search;

/** What findings are grouped by. */
public enum GroupBy {
    SEVERITY,
    STATUS,
    /** Findings without a CVE number are one group. */
    CVE,
    HOST,
    /** The product that reported it; a finding of several is counted for each. */
    SOURCE,
    /** Whole days since it was first found, in six steps. */
    AGE
}
