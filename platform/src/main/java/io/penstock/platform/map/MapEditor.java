package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/**
 * Who saves a version, and why.
 *
 * @param note at most {@value TransformMaps#NOTE_MAX} characters
 */
public record MapEditor(int tenantId, String name, String note) {

    public MapEditor {
        note = note.strip();
        if (note.length() > TransformMaps.NOTE_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "MAP_NOTE",
                    "The note has "
                            + note.length()
                            + " characters, at most "
                            + TransformMaps.NOTE_MAX
                            + ".",
                    "");
        }
    }
}
