package io.penstock.simulator;

import io.penstock.simulator.option.Switchboard;

import java.util.Optional;
import java.util.stream.Stream;

/** One simulated API; called by many threads at once. */
public interface SimulatedApi {

    SimulatedAnswer answer(SimulatedRequest request);

    /** What a perfect client must end up with, as lines of text for a person or a test. */
    String oracle();

    /** The switches that can be looked at and moved while it runs. */
    default Switchboard switchboard() {
        return new Switchboard();
    }

    /**
     * Answers a control resource of its own, such as {@code POST advance} or {@code GET
     * oracle/hosts}; it is asked before the resources every simulation has ({@code options}, {@code
     * oracle}, {@code calls}). Nothing when it has no such resource.
     *
     * @throws IllegalArgumentException with a sentence for a request that is not allowed
     */
    default Optional<ControlAnswer> control(ControlRequest request) {
        return Optional.empty();
    }

    /**
     * The records a perfect client holds now, each as its kind, a blank and its id, such as {@code
     * host 4711}; the kind may be parted by a colon, as in {@code finding:open 815}. To be closed.
     */
    default Stream<String> expected() {
        return Stream.empty();
    }

    /**
     * The records in an answer that arrived whole, written as {@link #expected()} does, without
     * what is behind a kind's colon; none in an answer that is broken.
     */
    default Stream<String> records(SimulatedRequest request, SimulatedAnswer answer) {
        return Stream.empty();
    }
}
