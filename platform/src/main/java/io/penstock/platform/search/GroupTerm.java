package io.penstock.platform.search;

import io.penstock.core.finding.FindingStatus;
import io.penstock.query.QueryPrinter;

import org.jspecify.annotations.Nullable;

/** A group of findings in words, and as a term of the query language. */
final class GroupTerm {

    private GroupTerm() {}

    static String label(GroupBy by, @Nullable String key, @Nullable String label) {
        if (key == null) {
            return "none";
        }
        return switch (by) {
            case STATUS -> status(key);
            case AGE -> AgeStep.of(key).label();
            case SEVERITY, CVE, HOST, SOURCE -> label == null ? key : label;
        };
    }

    /** The query that finds what the other query and the group have in common. */
    static String narrowed(String query, GroupBy by, @Nullable String key) {
        return narrowed(query, term(by, key));
    }

    /** The query that finds what the other query and the term have in common. */
    static String narrowed(String query, String term) {
        return query.isBlank() ? term : "(" + query.strip() + ") and " + term;
    }

    private static String term(GroupBy by, @Nullable String key) {
        return switch (by) {
            case SEVERITY -> "finding.severity:" + key;
            case STATUS -> "finding.status:" + status(String.valueOf(key));
            case CVE ->
                    key == null
                            ? "finding.cveId is null"
                            : "finding.cveId:" + QueryPrinter.exact(key);
            case HOST -> "asset.id:" + key;
            case SOURCE -> "finding.vendorProductName:" + QueryPrinter.exact(String.valueOf(key));
            case AGE -> AgeStep.of(String.valueOf(key)).term();
        };
    }

    private static String status(String code) {
        return FindingStatus.of(Integer.parseInt(code)).name();
    }
}
