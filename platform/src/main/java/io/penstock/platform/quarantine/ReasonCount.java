package io.penstock.platform.quarantine;

/**
 * How many records were rejected for one reason.
 *
 * @param reasonForm the reason without its values
 * @param example one reason in full
 */
public record ReasonCount(
        String stream, String field, String reasonForm, String example, long records) {}
