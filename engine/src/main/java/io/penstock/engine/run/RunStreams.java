package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.engine.read.StreamToRead;
import io.penstock.source.ReadWindow;
import io.penstock.wire.Plan;
import io.penstock.wire.RunOpened;
import io.penstock.wire.StreamState;

import java.util.List;

/** What a run reads: the plan's streams in its order, each with its window and what is known. */
final class RunStreams {

    private RunStreams() {}

    /**
     * @throws FaultException CONFIGURATION when the platform says a window that is none
     */
    static List<StreamToRead> of(Plan plan, RunOpened opened) {
        return plan.streams().stream().map(name -> stream(name, opened)).toList();
    }

    private static StreamToRead stream(String name, RunOpened opened) {
        var state =
                opened.streams().stream()
                        .filter(s -> s.stream().equals(name))
                        .findFirst()
                        .orElseGet(() -> new StreamState(name, null, List.of()));
        return new StreamToRead(new StreamName(name), window(state, opened), state.slices());
    }

    private static ReadWindow window(StreamState state, RunOpened opened) {
        var from = state.from();
        if (from != null && !from.isBefore(opened.until())) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "WINDOW_INVALID",
                    "The platform asks for "
                            + state.stream()
                            + " from "
                            + from
                            + ", which is not before the run's start "
                            + opened.until()
                            + ".",
                    "Check the platform's clock, or reset the stream's watermark.");
        }
        return new ReadWindow(from, opened.until());
    }
}
