package io.penstock.core.schema;

import io.penstock.core.value.FieldPath;

/**
 * What a vendor's record may hold at one path (S-028, S-029).
 *
 * @param path where it is; a path through an array yields many values
 * @param label its name for people
 * @param type what the vendor sends
 * @param required true when every record has it
 * @param description one line
 * @param example one value as the vendor sends it; empty when none is recorded
 */
public record SourceAttribute(
        FieldPath path,
        String label,
        DataType type,
        boolean required,
        String description,
        String example) {

    public boolean many() {
        return path.yieldsList();
    }
}
