package io.penstock.core.schema;

/** The types of source and target attributes (S-042). */
public enum DataType {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    /** An instant; RFC 3339 in a source, UTC in the target. */
    DATE,
    /** An IPv4 or IPv6 address. */
    IP,
    /** A MAC address, kept in upper case with colons. */
    MAC
}
