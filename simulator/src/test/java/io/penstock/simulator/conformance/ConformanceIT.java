package io.penstock.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Clients of one line, run as processes. */
class ConformanceIT {

    private static final Trial TRIAL = new Trial("fault", "always", "a fault");
    private static final String WRITE = "printf '%s\\n' ";

    @TempDir private Path logs;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'host 1' 'finding 2' 'finding 3'; 0; COMPLETE; 0; 0",
                "'finding 3' '' 'finding 2' 'host 1' 'host 9'; 0; COMPLETE; 0; 0",
                "'host 1' 'finding 3'; 0; LOST; 1; 0",
                "'host 1' 'finding 3'; 3; HONEST; 1; 0",
                "'host 1' 'finding 2' 'finding 3'; 1; HONEST; 0; 0",
                "'host 1' 'finding 2' 'finding 3' 'host 1'; 0; DOUBLED; 0; 1",
                "'host 1' 'host 1'; 0; LOST; 2; 1"
            })
    void judgesByWhatTheClientWrote(
            String held, int exit, Verdict verdict, long missing, long doubled) throws Exception {
        String command = WRITE + held + " > \"$PENSTOCK_SIMULATOR_IDS\"; exit " + exit;

        Outcome outcome = play(command, Set.of(), Set.of());

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.missing()).isEqualTo(missing);
        assertThat(outcome.doubled()).isEqualTo(doubled);
        assertThat(outcome.struck()).isEqualTo(5);
    }

    @Test
    void judgesByWhatWasFetchedWhenNothingIsWritten() throws Exception {
        Set<String> all = Set.of("host 1", "finding 2", "finding 3");

        assertThat(play("true", all, Set.of()).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(play("true", Set.of("host 1"), Set.of()).missing()).isEqualTo(2);
    }

    @Test
    void expectsTheKindsItWasToldTo() throws Exception {
        Set<String> hosts = Set.of("host 1");
        Set<String> open = Set.of("finding 2");

        assertThat(play("true", hosts, Set.of("host")).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(play("true", open, Set.of("finding:open")).missing()).isZero();
        assertThat(play("true", open, Set.of("finding")).missing()).isEqualTo(1);
    }

    @Test
    void endsAClientThatTakesTooLongOrCallsTooOften() throws Exception {
        Outcome late = play("sleep 600", Set.of(), Set.of());
        FixedPlay busy = new FixedPlay(Set.of(), 1001);
        Outcome often =
                new Conformance(_ -> busy, client("sleep 600", 60), Set.of()).play(1, TRIAL);

        assertThat(late.verdict()).isEqualTo(Verdict.STUCK);
        assertThat(often.verdict()).isEqualTo(Verdict.STUCK);
        assertThat(often.time()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void tellsTheClientWhoAndWhereAndKeepsItsOutput() throws Exception {
        play("echo $ID at $PENSTOCK_SIMULATOR_URL", Set.of(), Set.of());

        assertThat(Files.readString(logs.resolve("01-fault.log")))
                .isEqualTo("me at http://127.0.0.1:1\n");
    }

    @Test
    void passesWhenNothingIsLostOrStuck() throws Exception {
        ScoreCard card = new ScoreCard();
        card.add(play("exit 1", Set.of(), Set.of()));
        assertThat(card.passed()).isTrue();

        String line = card.add(play("exit 0", Set.of(), Set.of()));

        assertThat(line).matches("fault +always +LOST +3 +5 +7 +[0-9.]+ +a fault");
        assertThat(card.passed()).isFalse();
        assertThat(card.summary())
                .isEqualTo("2 trials: 0 COMPLETE, 1 HONEST, 1 LOST, 0 DOUBLED, 0 STUCK");
        assertThat(card.json()).contains("\"passed\" : false", "\"verdict\" : \"LOST\"");
    }

    private Outcome play(String command, Set<String> fetched, Set<String> kinds) throws Exception {
        return new Conformance(_ -> new FixedPlay(fetched, 7), client(command, 2), kinds)
                .play(1, TRIAL);
    }

    private Client client(String command, int seconds) {
        return new Client(command, Map.of("ID", "me"), Duration.ofSeconds(seconds), 1000, logs);
    }
}
