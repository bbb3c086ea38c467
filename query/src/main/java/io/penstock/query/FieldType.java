package io.penstock.query;

/** What a field holds, and so which operators and values it takes. */
public enum FieldType {
    TEXT,
    ENUM,
    NUMBER,
    DATE,
    BOOLEAN,
    UUID
}
