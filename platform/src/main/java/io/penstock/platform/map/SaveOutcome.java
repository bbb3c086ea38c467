package io.penstock.platform.map;

import io.penstock.core.transform.MapFault;

import java.util.List;

/** What became of a map somebody wanted to save. */
public sealed interface SaveOutcome {

    record Saved(MapVersion version) implements SaveOutcome {}

    /** Nothing was stored, because no record could come through it as it is. */
    record Refused(List<MapFault> faults) implements SaveOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
