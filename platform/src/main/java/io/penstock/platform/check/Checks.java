package io.penstock.platform.check;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tests of connections: one waits at a time, and each is answered once. */
@Component
public class Checks {

    /** How long an order waits for an engine. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The newest tests of a connection that are kept. */
    static final int KEPT = 50;

    private final CheckRows rows;

    Checks(CheckRows rows) {
        this.rows = rows;
    }

    /** What an engine reports. */
    public record Found(String engineVersion, String engineHost, List<Check.Step> steps) {

        public Found {
            steps = List.copyOf(steps);
        }

        Check.State state() {
            var failed = steps.stream().anyMatch(s -> s.outcome() == Check.Outcome.FAILED);
            return failed ? Check.State.FAILED : Check.State.PASSED;
        }
    }

    /**
     * Asks an engine to test the connection.
     *
     * @throws FaultException CONFLICT while another test waits
     */
    @Transactional
    public Check ask(Connection connection, String askedBy) {
        rows.expire(connection);
        try {
            rows.insert(connection, UUID.randomUUID(), askedBy, PATIENCE);
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "CHECK_WAITING",
                    "A test of connection '" + connection.name() + "' waits for an engine already.",
                    "Wait for its answer; without one it expires after 10 minutes.");
        }
        rows.forget(connection, KEPT);
        return rows.newest(connection, 1).getFirst();
    }

    /** The test that an engine should make now. */
    public Optional<UUID> waiting(Connection connection) {
        return rows.waiting(connection);
    }

    /**
     * Keeps what an engine found, also when it comes late; a test that was answered already stays
     * as it is.
     *
     * @throws FaultException NOT_FOUND
     */
    @Transactional
    public void answer(Connection connection, UUID check, Found found) {
        var stored = rows.lock(connection, check).orElseThrow(() -> unknown(check));
        if (!stored.answered()) {
            rows.answer(connection, stored.id(), found);
        }
    }

    /** Keeps a test that was made from an engine's command line. */
    @Transactional
    public void add(Connection connection, String askedBy, Found found) {
        rows.answer(connection, rows.insertMade(connection, UUID.randomUUID(), askedBy), found);
        rows.forget(connection, KEPT);
    }

    /** Newest first. */
    public List<Check> newest(Connection connection, int limit) {
        return rows.newest(connection, limit);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Check require(Connection connection, UUID check) {
        return rows.find(connection, check).orElseThrow(() -> unknown(check));
    }

    private static FaultException unknown(UUID check) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "CHECK_UNKNOWN",
                "There is no test " + check + " of this connection.",
                "The list of tests shows the newest " + KEPT + ".");
    }
}
