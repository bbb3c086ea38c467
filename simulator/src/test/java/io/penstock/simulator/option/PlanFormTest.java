package io.penstock.simulator.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.simulator.option.PlanForm.Parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

class PlanFormTest {

    private static final PlanForm FORM =
            new PlanForm(List.of("token", "hosts-list", "hosts-rows"), List.of("hosts"), List.of())
                    .with(Parameter.word("form", "s", "ms"))
                    .with(Parameter.number("wait", 2, 1, 60))
                    .with(Parameter.part("keep", "50%"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "off; ",
                "always; 1 2 3 4 5 6 7 8 9",
                "every:3; 3 6 9",
                "every:1; 1 2 3 4 5 6 7 8 9",
                "first:2; 1 2",
                "at:5,2,5; 2 5",
                "rate:0; ",
                "rate:1; 1 2 3 4 5 6 7 8 9",
                "rate:1.0; 1 2 3 4 5 6 7 8 9"
            })
    void strikesTheCallsItNames(String text, String calls) {
        Trigger trigger = trigger(1, text);

        assertThat(struck(trigger, 9)).isEqualTo(calls == null ? "" : calls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N",
                "sometimes; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or"
                        + " at:N,N",
                "every; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N",
                "every:0; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N",
                "at:1,; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N",
                "rate:2; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or at:N,N",
                "always:1; allowed are off, always, rate:SHARE (0 to 1), every:N, first:N or"
                        + " at:N,N",
                "always/on:host; there is no call \"host\", there are token, hosts-list,"
                        + " hosts-rows",
                "always/on:; there is no call \"\", there are token, hosts-list, hosts-rows",
                "always/speed:3; there is no parameter \"speed\", there are form, wait, keep, on",
                "always/; there is no parameter \"\", there are form, wait, keep, on",
                "always/form:h; of form, allowed are s, ms",
                "always/wait:61; of wait, allowed are 1 to 60",
                "always/wait; there is no parameter \"\", there are form, wait, keep, on",
                "always/keep:100%; of keep, allowed are 0% to 99% or a number of bytes",
                "always/wait:3/wait:4; wait is said twice"
            })
    void refusesWithOneSentence(String text, String why) {
        String said = text == null ? "" : text;

        assertThatThrownBy(() -> FORM.apply(said))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Test
    void readsParametersAndFillsInTheRest() {
        Plan plan = FORM.apply("every:2/on:token,hosts-rows/wait:7");

        assertThat(plan.word("form")).isEqualTo("s");
        assertThat(plan.number("wait")).isEqualTo(7);
        assertThat(plan.part("keep", 301)).isEqualTo(150);
        assertThat(FORM.apply("always/keep:20").part("keep", 301)).isEqualTo(20);
        assertThat(plan.covers("token")).isTrue();
        assertThat(plan.covers("hosts-rows")).isTrue();
        assertThat(plan.covers("hosts-list")).isFalse();
    }

    @Test
    void countsOnlyTheCallsItCovers() {
        Trigger trigger = trigger(1, "at:2");

        assertThat(trigger.next("hosts-list")).isEmpty();
        assertThat(trigger.next("token")).isEmpty();
        assertThat(trigger.next("hosts-rows")).isPresent();
    }

    @Test
    void drawsTheSameCallsForTheSameSeed() {
        String first = struck(trigger(1, "rate:0.05"), 10_000);

        assertThat(struck(trigger(1, "rate:0.05"), 10_000)).isEqualTo(first);
        assertThat(struck(trigger(2, "rate:0.05"), 10_000)).isNotEqualTo(first);
        assertThat(first.split(" ")).hasSizeBetween(400, 600);
    }

    @Test
    void startsCountingAnewWhenItIsSet() {
        Switchboard board = new Switchboard();
        Trigger trigger = new Trigger(board.add(Switch.of("fault", "off", "", FORM)), 1);
        board.start(Map.of("fault", "first:1"));
        assertThat(struck(trigger, 3)).isEqualTo("1");

        board.set("fault", "first:1");

        assertThat(struck(trigger, 3)).isEqualTo("1");
    }

    private static Trigger trigger(long seed, String text) {
        Switchboard board = new Switchboard();
        Setting<Plan> setting = board.add(Switch.of("fault", "off", "", FORM));
        board.set("fault", text);
        return new Trigger(setting, seed);
    }

    private static String struck(Trigger trigger, int calls) {
        return LongStream.rangeClosed(1, calls)
                .filter(_ -> trigger.next("hosts-list").isPresent())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }
}
