package io.penstock.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

class ProgressViewTest {

    private final StringWriter text = new StringWriter();

    @Test
    void drawsOverTheLastBarsOnATerminal() {
        var view = new ProgressView(new PrintWriter(text), true);

        view.show(run("READING", 1), 0);
        view.show(run("READING", 2), Duration.ofSeconds(1).toNanos());

        assertThat(text.toString()).contains("\u001b[1A").contains("50 %").contains("1/s");
    }

    @Test
    void printsALineEveryFewSecondsElsewhere() {
        var view = new ProgressView(new PrintWriter(text), false);

        view.show(run("READING", 1), 0);
        view.show(run("READING", 2), Duration.ofSeconds(1).toNanos());
        view.show(run("READING", 3), Duration.ofSeconds(4).toNanos());

        assertThat(text.toString().lines()).hasSize(2).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void alwaysPrintsTheEndOfARun() {
        var view = new ProgressView(new PrintWriter(text), false);

        view.show(run("READING", 1), 0);
        view.show(run("COMPLETE", 4), 1);

        assertThat(text.toString()).contains("100 %");
    }

    private static RunView run(String state, long done) {
        var hosts =
                new StreamLedger(
                        "hosts", "", null, 4L, 4L, done, done, 1, 1, done, 0, done, 0, 0, 0);
        return new RunView(new UUID(0, 1), state, "", true, List.of(hosts));
    }
}
