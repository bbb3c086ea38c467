package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses a filter. {@code +} binds tighter than a comma; parentheses group. No blanks are allowed
 * around the colon, so that a plus sent unencoded, which arrives as a blank, is refused.
 */
public final class FqlParser {

    private static final int LENGTH_MAX = 64_000;
    private static final int CLAUSES_MAX = 20;
    private static final int DEPTH_MAX = 16;

    private final FqlScanner scanner;
    private int clauses;

    private FqlParser(String text) {
        this.scanner = new FqlScanner(text);
    }

    /**
     * Parses the whole text.
     *
     * @throws FaultException of kind MALFORMED that says what is wrong and where
     */
    public static Fql parse(String text) {
        if (text.length() > LENGTH_MAX) {
            throw unreadable(
                    "the filter has " + text.length() + " characters, at most " + LENGTH_MAX);
        }
        FqlParser parser = new FqlParser(text);
        Fql filter = parser.anyOf(0);
        if (!parser.scanner.ended()) {
            throw unreadable("expected + or , at " + parser.scanner.position());
        }
        return filter;
    }

    private Fql anyOf(int depth) {
        List<Fql> parts = new ArrayList<>();
        do {
            parts.add(allOf(depth));
        } while (scanner.take(','));
        return parts.size() == 1 ? parts.getFirst() : new Fql.Or(parts);
    }

    private Fql allOf(int depth) {
        List<Fql> parts = new ArrayList<>();
        do {
            parts.add(term(depth));
        } while (scanner.take('+'));
        return parts.size() == 1 ? parts.getFirst() : new Fql.And(parts);
    }

    private Fql term(int depth) {
        if (!scanner.take('(')) {
            return clause();
        }
        if (depth == DEPTH_MAX) {
            throw unreadable("more than " + DEPTH_MAX + " parentheses inside each other");
        }
        Fql inner = anyOf(depth + 1);
        scanner.expect(')');
        return inner;
    }

    private Fql clause() {
        if (++clauses > CLAUSES_MAX) {
            throw unreadable("more than " + CLAUSES_MAX + " properties");
        }
        String property = scanner.property();
        scanner.expect(':');
        Fql.Operator operator = scanner.operator();
        return new Fql.Clause(property, operator, values());
    }

    private List<Fql.Value> values() {
        if (!scanner.take('[')) {
            return List.of(scanner.value());
        }
        List<Fql.Value> values = new ArrayList<>();
        do {
            values.add(scanner.value());
        } while (scanner.take(','));
        scanner.expect(']');
        return values;
    }

    static FaultException unreadable(String what) {
        return new FaultException(FaultKind.MALFORMED, "FILTER_UNREADABLE", what, "");
    }
}
