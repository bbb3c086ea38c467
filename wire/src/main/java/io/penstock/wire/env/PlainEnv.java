package io.penstock.wire.env;

import java.util.HashMap;
import java.util.Map;

/**
 * An environment as it was meant, whatever form it was written in: names and values without the
 * asterisks of bold print that was copied along (B-22), values without blanks around them and
 * without one pair of quotes (B-23).
 *
 * @param values by their plain names; a name that was written plainly wins
 */
public record PlainEnv(Map<String, String> values) {

    private static final String BOLD = "**";

    public PlainEnv {
        values = Map.copyOf(values);
    }

    /** Reads an environment; never fails. */
    public static PlainEnv of(Map<String, String> environment) {
        var plain = new HashMap<String, String>();
        environment.forEach((written, value) -> {
            var name = withoutAsterisks(written);
            if (name.equals(written)) {
                plain.put(name, unquoted(value.strip()));
            } else {
                plain.putIfAbsent(name, unquoted(inBold(value.strip())));
            }
        });
        return new PlainEnv(plain);
    }

    /** The value; empty when the name is absent or its value is blank. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static String withoutAsterisks(String written) {
        var name = written.strip();
        while (name.startsWith("*")) {
            name = name.substring(1).strip();
        }
        return name;
    }

    /** A line whose name begins in bold ends in it, too. */
    private static String inBold(String value) {
        return value.endsWith(BOLD) ? value.substring(0, value.length() - BOLD.length()) : value;
    }

    private static String unquoted(String value) {
        var quoted =
                value.length() >= 2
                        && ((value.startsWith("\"") && value.endsWith("\""))
                                || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1).strip() : value.strip();
    }
}
