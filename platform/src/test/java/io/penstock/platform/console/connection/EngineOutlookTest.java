package io.penstock.platform.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.engine.Presences.Presence;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EngineOutlookTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(3_600);

    @Test
    void theNextRunIsTheEarliestOfEnginesThatAreUp() {
        var outlook =
                EngineOutlook.of(
                        List.of(
                                engine(true, "0 0 * * * *", NOW.minusSeconds(1), LATER),
                                engine(false, "0 * * * * *", SOON)),
                        NOW);

        assertThat(outlook.nextRun()).isEqualTo(LATER);
        assertThat(outlook.silentSince()).isNull();
    }

    @Test
    void anEngineWithAScheduleThatIsNotUpIsSilent() {
        var outlook = EngineOutlook.of(List.of(engine(false, "0 * * * * *", SOON)), NOW);

        assertThat(outlook.nextRun()).isNull();
        assertThat(outlook.silentSince()).isEqualTo(NOW.minusSeconds(5));
    }

    @Test
    void anEngineWithoutAScheduleMayStop() {
        assertThat(EngineOutlook.of(List.of(engine(false, "")), NOW))
                .isEqualTo(new EngineOutlook(null, null, true));
        assertThat(EngineOutlook.of(List.of(), NOW))
                .isEqualTo(new EngineOutlook(null, null, false));
    }

    private static Presence engine(boolean up, String schedule, Instant... next) {
        return new Presence(
                new UUID(0, 1),
                up,
                "engine",
                "1",
                "vm",
                schedule,
                "UTC",
                List.of(next),
                "",
                "",
                NOW.minusSeconds(5));
    }
}
