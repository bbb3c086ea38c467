package io.penstock.vendor.crowdstrike.simulation.record;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The blocks of a finding that come only when they are asked for. */
public enum Facet {
    CVE,
    HOST_INFO,
    REMEDIATION,
    EVALUATION_LOGIC;

    /** The name in the request. */
    public String text() {
        return switch (this) {
            case CVE -> "cve";
            case HOST_INFO -> "host_info";
            case REMEDIATION -> "remediation";
            case EVALUATION_LOGIC -> "evaluation_logic";
        };
    }

    /**
     * The facets asked for; what is not known is passed over, as a block that is silently absent.
     */
    public static Set<Facet> of(Collection<String> asked) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        for (Facet facet : values()) {
            if (asked.contains(facet.text())) {
                facets.add(facet);
            }
        }
        return facets;
    }
}
