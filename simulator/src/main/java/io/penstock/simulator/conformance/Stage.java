package io.penstock.simulator.conformance;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Where simulations are served. */
@FunctionalInterface
public interface Stage {

    /** Starts one with some options. */
    Play open(Map<String, String> options);

    /** A simulation that is being served; records are written as kind, blank, id. */
    interface Play extends AutoCloseable {

        URI address();

        /** What a perfect client holds now; a kind may be parted by a colon. */
        Set<String> expected();

        /** The records of all answers that went out whole so far. */
        Set<String> fetched();

        /** Calls so far. */
        long calls();

        /** How many answers an option changed so far. */
        long strikes(String option);

        @Override
        void close();
    }
}
