package io.penstock.core.schema;

import java.util.Locale;
import java.util.Optional;

/** The types of source and target attributes (S-042). */
public enum DataType {
    STRING("any text"),
    INTEGER("a whole number"),
    DECIMAL("a number, kept with one digit after the point"),
    BOOLEAN("true or false, yes or no"),
    /** An instant; RFC 3339 in a source, UTC in the target. */
    DATE("an RFC 3339 date and time with zone, or a bare date in UTC; years 1 to 9999"),
    /** An IPv4 or IPv6 address. */
    IP("an IPv4 or IPv6 address"),
    /** A MAC address, kept in upper case with colons. */
    MAC("a MAC address, kept in upper case with colons");

    private final String meaning;

    DataType(String meaning) {
        this.meaning = meaning;
    }

    /** The name used in maps and models, such as {@code string}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a value of this type is, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The type of that name, whatever its case. */
    public static Optional<DataType> find(String label) {
        for (var type : values()) {
            if (type.name().equalsIgnoreCase(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a value said to be of this type can be one of the other. Text can be anything and is
     * judged record by record.
     */
    public boolean fits(DataType other) {
        return this == other
                || this == STRING
                || other == STRING
                || (this == INTEGER && other == DECIMAL)
                || (this == DECIMAL && other == INTEGER);
    }
}
