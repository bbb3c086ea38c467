package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

class PagingTest {

    @Test
    void goesForwardAndBackByTheSamePages() {
        var first = Paging.of("/p", "a:1", "", List.of());
        assertThat(first.previous()).isEmpty();
        assertThat(first.next(Optional.of("k2"))).contains("/p?query=a%3A1&after=k2&trail=");

        var third = Paging.of("/p", "a:1", "k3", List.of("", "k2"));
        assertThat(third.previous()).contains("/p?query=a%3A1&after=k2&trail=");
        assertThat(third.next(Optional.empty())).isEmpty();

        var second = Paging.of("/p", "a:1", "k2", List.of());
        assertThat(second.previous()).contains("/p?query=a%3A1");
    }

    @Test
    void keepsTheQueryWhateverItHolds() {
        var paging = Paging.of("/p", "a:`x&y={z}` + \"ü\"", "", List.of());

        assertThat(paging.first())
                .isEqualTo("/p?query=a%3A%60x%26y%3D%7Bz%7D%60%20%2B%20%22%C3%BC%22");
    }

    @Test
    void keepsTheParametersOfTheList() {
        var paging = Paging.of("/p?order=A", "a:1", "", List.of());

        assertThat(paging.first()).isEqualTo("/p?order=A&query=a%3A1");
        assertThat(paging.of("")).isEqualTo("/p?order=A");
        assertThat(paging.next(Optional.of("k"))).contains("/p?order=A&query=a%3A1&after=k&trail=");
    }

    @Test
    void boundsTheAddress() {
        var paging = Paging.of("/p", "", "k", Collections.nCopies(1_000, "earlier"));

        assertThat(paging.trail()).hasSize(20);
        assertThat(Paging.of("/p", "", "k", List.of("x".repeat(5_000))).trail()).isEmpty();
    }
}
