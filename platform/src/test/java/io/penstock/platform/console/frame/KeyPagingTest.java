package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class KeyPagingTest {

    @Test
    void goesForwardAndBackWithItsFilters() {
        var filters = new LinkedHashMap<String, String>();
        filters.put("text", "a&b {c} #");
        filters.put("state", "");
        var second = new KeyPaging("/p", filters, "17-2", List.of());

        assertThat(second.first()).isEqualTo("/p?text=a%26b%20%7Bc%7D%20%23");
        assertThat(second.previous()).contains(second.first());
        assertThat(second.next(Optional.of("9-1")))
                .contains("/p?text=a%26b%20%7Bc%7D%20%23&after=9-1&trail=17-2");
        assertThat(second.here()).isEqualTo("/p?text=a%26b%20%7Bc%7D%20%23&after=17-2");
        assertThat(second.next(Optional.empty())).isEmpty();
    }

    @Test
    void changesOneFilterAndStartsAgain() {
        var paging = new KeyPaging("/p", Map.of("state", "OPEN"), "9", List.of("3"));

        assertThat(paging.with("state", "")).isEqualTo("/p");
        assertThat(paging.with("state", "SEALED")).isEqualTo("/p?state=SEALED");
        assertThat(paging.filtered()).isTrue();
        assertThat(new KeyPaging("/p", Map.of("state", ""), "", List.of()).filtered()).isFalse();
    }

    @Test
    void showsOneRowLessThanWasFoundAndTheWayOn() {
        var first = new KeyPaging("/p", Map.of(), "", List.of());
        var model = new ExtendedModelMap();

        assertThat(first.show(List.of(7, 8, 9), 2, row -> "k" + row, model)).containsExactly(7, 8);
        assertThat(model).containsEntry("next", "/p?after=k8&trail=");
        assertThat(model).containsEntry("paging", first);
        assertThat(first.show(List.of(7, 8), 2, row -> "k" + row, model)).containsExactly(7, 8);
        assertThat(model).containsEntry("next", "");
        assertThat(first.show(List.<Integer>of(), 2, row -> "k" + row, model)).isEmpty();
    }

    @Test
    void boundsTheAddress() {
        var many = new KeyPaging("/p", Map.of(), "k", Collections.nCopies(1_000, "earlier"));
        var stretched = new KeyPaging("/p", Map.of(), "k", List.of("x".repeat(201)));

        assertThat(many.trail()).hasSize(20);
        assertThat(stretched.trail()).isEmpty();
    }
}
