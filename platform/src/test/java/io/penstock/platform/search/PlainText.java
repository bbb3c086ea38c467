package io.penstock.platform.search;

import io.penstock.query.Operator;
import io.penstock.query.Value;

import java.util.Locale;
import java.util.Set;

/** How a text fits a value, by the rules of docs/operations/query-language.md. */
final class PlainText {

    /** Identifiers: a bare word is the whole value. */
    private static final Set<String> WHOLE =
            Set.of(
                    "asset.externalAssetId",
                    "asset.sourceNativeKey",
                    "asset.biosSerialNumber",
                    "asset.biosHardwareUUID",
                    "asset.cloudInstanceId",
                    "asset.interface.address",
                    "asset.interface.macAddress",
                    "finding.cveId",
                    "finding.externalFindingId",
                    "finding.subType",
                    "finding.protocol",
                    "finding.vendorFindingId");

    /** Whole values fit whatever their case. */
    private static final Set<String> FOLDED =
            Set.of("asset.name", "finding.title", "finding.cveId", "asset.interface.macAddress");

    private static final Set<String> FOLDED_AS_WORDS = Set.of("asset.name", "finding.title");

    private PlainText() {}

    static boolean fits(String field, Operator operator, Value value, String actual) {
        if (value instanceof Value.Bare bare && bare.starred()) {
            return starred(bare.text(), actual);
        }
        var whole =
                value instanceof Value.Exact
                        || operator == Operator.EQUALS
                        || (value instanceof Value.Bare && WHOLE.contains(field));
        return whole
                ? equal(value.text(), actual, FOLDED.contains(field))
                : lower(actual).contains(lower(value.text()));
    }

    /** A word without a field: anywhere, except that backticks ask for the whole value. */
    static boolean found(String field, Value value, String actual) {
        return switch (value) {
            case Value.Exact exact -> equal(exact.text(), actual, FOLDED_AS_WORDS.contains(field));
            case Value.Bare bare when bare.starred() -> starred(bare.text(), actual);
            case Value.Bare _, Value.Phrase _ -> lower(actual).contains(lower(value.text()));
        };
    }

    private static boolean equal(String wanted, String actual, boolean folded) {
        return folded ? lower(wanted).equals(lower(actual)) : wanted.equals(actual);
    }

    private static boolean starred(String pattern, String actual) {
        var before = pattern.startsWith("*");
        var after = pattern.endsWith("*");
        var end = Math.max(before ? 1 : 0, pattern.length() - (after ? 1 : 0));
        var core = lower(pattern.substring(before ? 1 : 0, end));
        var text = lower(actual);
        if (before) {
            return after ? text.contains(core) : text.endsWith(core);
        }
        return text.startsWith(core);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
