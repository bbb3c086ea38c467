package io.penstock.platform.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.ResultPage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that a query matches is read, or nothing of it. */
class MatchesTest {

    private static final int MOST = 1_000;

    @Test
    void readsPageByPageUpToTheBound() {
        var read = new AtomicInteger();

        var all = Matches.all("things", MOST, after -> page(read, after == null, MOST, 2));

        assertThat(all).hasSize(MOST);
        assertThat(read).hasValue(2);
    }

    @Test
    void refusesWhatGrewBeyondTheBoundWhileItWasRead() {
        var read = new AtomicInteger();

        assertThatThrownBy(() ->
                        Matches.all("things", MOST, after -> page(read, after == null, MOST, 9)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("more than 1,000 things, one step takes up to 1,000");
        assertThat(read).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1001 | true | matches 1,001 things", "1000 | false | more than 1,000 things"})
    void refusesTooManyBeforeItReadsThem(long count, boolean exact, String sentence) {
        assertThatThrownBy(() ->
                        Matches.all(
                                "things",
                                MOST,
                                _ -> new ResultPage<>(List.of(), Optional.of("x"), count, exact)))
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() ->
                        Matches.all(
                                "things",
                                MOST,
                                _ -> new ResultPage<>(List.of(), Optional.empty(), 0, true)))
                .hasMessageContaining("matches no things");
    }

    /** A full page of the first one on, until there are enough of them. */
    private static ResultPage<Integer> page(
            AtomicInteger read, boolean first, long count, int pages) {
        assertThat(first).isEqualTo(read.get() == 0);
        var number = read.incrementAndGet();
        Optional<String> next = number < pages ? Optional.of("more") : Optional.empty();
        return new ResultPage<>(Collections.nCopies(Matches.PAGE, number), next, count, true);
    }
}
