package io.penstock.platform.map;

import io.penstock.core.transform.MapFault;
import io.penstock.platform.transform.MapTrial;

import java.util.List;

/** What came of a trial. */
public sealed interface TrialResult {

    record Tried(List<OneRecord> records) implements TrialResult {

        public Tried {
            records = List.copyOf(records);
        }
    }

    /** The draft cannot work, so no record was tried. */
    record Refused(List<MapFault> faults) implements TrialResult {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param input how the record begins
     * @param outcome each row's values, steps and warnings, and what comes of it
     */
    record OneRecord(String input, MapTrial.Outcome outcome) {}
}
