package io.penstock.simulator.conformance;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.simulator.conformance.Stage.Play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Plays trials to a client and judges it.
 *
 * @param kinds what the client is to hold, such as {@code host} or {@code finding:open}; empty for
 *     all there is
 */
public record Conformance(Stage stage, Client client, Set<String> kinds) {

    public Conformance {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Plays one trial.
     *
     * @param number of the trial, for the name of its log
     * @throws FaultException when the client cannot be started or what it wrote cannot be read
     */
    public Outcome play(int number, Trial trial) throws InterruptedException {
        Map<String, String> options =
                trial.option().isEmpty() ? Map.of() : Map.of(trial.option(), trial.value());
        try (Play play = stage.open(options)) {
            Path directory = Files.createTempDirectory("penstock-conformance");
            Path ids = directory.resolve("ids");
            try {
                return judged(number, trial, play, ids);
            } finally {
                Files.deleteIfExists(ids);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "CONFORMANCE_CLIENT",
                            "The client cannot be run or its list of ids cannot be read: "
                                    + e.getMessage()
                                    + "."),
                    e);
        }
    }

    private Outcome judged(int number, Trial trial, Play play, Path ids)
            throws IOException, InterruptedException {
        Set<String> before = wanted(play);
        Map<String, String> environment =
                Map.of(Client.URL, play.address().toString(), Client.IDS, ids.toString());
        String log = "%02d-%s".formatted(number, trial.name());
        long begun = System.nanoTime();
        OptionalInt exit = client.run(log, environment, play::calls);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        // What came or went meanwhile may be held or not.
        before.retainAll(wanted(play));
        HeldIds held = Files.exists(ids) ? HeldIds.read(ids) : new HeldIds(play.fetched(), 0);
        before.removeAll(held.ids());
        Verdict verdict =
                exit.isPresent()
                        ? Verdict.of(exit.getAsInt(), before.size(), held.doubled())
                        : Verdict.STUCK;
        return new Outcome(
                trial,
                verdict,
                before.size(),
                held.doubled(),
                trial.option().isEmpty() ? 0 : play.strikes(trial.option()),
                play.calls(),
                time);
    }

    /** The records a client should hold, without what is behind a kind's colon. */
    private Set<String> wanted(Play play) {
        Set<String> wanted = new HashSet<>();
        for (String record : play.expected()) {
            List<String> parts = List.of(record.split(" ", 2));
            String kind = parts.getFirst();
            String family = kind.split(":", 2)[0];
            if (kinds.isEmpty() || kinds.contains(kind) || kinds.contains(family)) {
                wanted.add(family + " " + parts.getLast());
            }
        }
        return wanted;
    }
}
