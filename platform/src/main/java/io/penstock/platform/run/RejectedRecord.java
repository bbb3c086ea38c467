package io.penstock.platform.run;

/**
 * A record that could not be mapped (S-109).
 *
 * @param cursor pass it as {@code after} for the records that follow this one
 * @param key the vendor's id of the record, or empty
 * @param field the target field or source path at fault
 * @param excerpt the start of the record as the vendor sent it
 */
public record RejectedRecord(
        String cursor, String stream, String key, String field, String reason, String excerpt) {}
