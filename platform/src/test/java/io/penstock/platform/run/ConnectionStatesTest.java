package io.penstock.platform.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.reading.RunKind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class ConnectionStatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void isRegisteredBeforeTheFirstRunAndInactiveWithoutAnActiveProfile() {
        assertThat(ConnectionStates.of(true, false, null, NOW))
                .isEqualTo(ConnectionState.REGISTERED);
        assertThat(ConnectionStates.of(false, false, null, NOW))
                .isEqualTo(ConnectionState.INACTIVE);
    }

    @Test
    void isScheduledWhileARunIsPlannedAndNoneGoesOn() {
        var ended = ledger(RunState.COMPLETE, NOW, NOW, 1, 10);
        var open = ledger(RunState.READING, null, NOW.plusSeconds(30), 1, 10);

        assertThat(ConnectionStates.of(true, true, null, NOW)).isEqualTo(ConnectionState.SCHEDULED);
        assertThat(ConnectionStates.of(true, true, ended, NOW))
                .isEqualTo(ConnectionState.SCHEDULED);
        assertThat(ConnectionStates.of(true, true, open, NOW))
                .isEqualTo(ConnectionState.PROCESSING);
        assertThat(ConnectionStates.of(false, true, ended, NOW))
                .isEqualTo(ConnectionState.INACTIVE);
    }

    /** Columns: active profile, run state, slices planned, assets done, lease ahead, received. */
    @ParameterizedTest
    @CsvSource({
        "true,  READING,      0, false, true,  0,  SCHEDULED",
        "true,  READING,      1, false, true,  0,  PROCESSING",
        "true,  READING,      1, true,  true,  10, PROCESSED",
        "true,  READING,      1, false, false, 10, WAITING",
        "true,  READING,      1, true,  false, 10, WAITING",
        "true,  TRANSFORMING, 1, false, false, 10, PROCESSING",
        "true,  TRANSFORMING, 1, true,  false, 10, PROCESSED",
        "false, READING,      1, false, true,  10, PROCESSING",
        "true,  COMPLETE,     1, true,  false, 10, PROCESSED",
        "true,  INCOMPLETE,   1, true,  false, 10, PARTIAL",
        "true,  FAILED,       1, true,  false, 10, ERROR",
        "true,  FAILED,       0, false, false, 0,  ERROR",
        "true,  CANCELLED,    1, false, false, 10, PARTIAL",
        "true,  CANCELLED,    1, false, false, 0,  REGISTERED",
        "false, COMPLETE,     1, true,  false, 10, INACTIVE",
        "false, FAILED,       1, true,  false, 10, INACTIVE",
    })
    void followsFromTheLastRun(
            boolean active,
            RunState state,
            int planned,
            boolean assetsDone,
            boolean leased,
            long received,
            ConnectionState expected) {
        var ledger =
                ledger(
                        state,
                        assetsDone ? NOW.minusSeconds(5) : null,
                        leased ? NOW.plusSeconds(30) : NOW.minusSeconds(30),
                        planned,
                        received);

        assertThat(ConnectionStates.of(active, false, ledger, NOW)).isEqualTo(expected);
    }

    private static RunLedger ledger(
            RunState state,
            @Nullable Instant assetsDone,
            Instant lease,
            int planned,
            long received) {
        var id = UUID.fromString("11111111-2222-4333-8444-555555555555");
        var run =
                new Run(
                        1,
                        new Run.Subject(id, id, "crowdstrike-onprem", id, "Map", 1),
                        state,
                        RunKind.FULL,
                        "cron",
                        new Run.Times(NOW, NOW, lease, assetsDone, null, null),
                        new Run.Outcome("", "", false, null));
        var stream =
                new StreamLedger(
                        "hosts",
                        StreamKind.HOSTS,
                        null,
                        new StreamLedger.Slices(planned, 0, 0, null, null, received, received),
                        new StreamLedger.Pages(0, 0, 0),
                        new StreamLedger.Records(0, 0, 0, 0, 0, 0));
        return new RunLedger(run, List.of(stream));
    }
}
