package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.query.QueryFault;

import org.junit.jupiter.api.Test;

class QueryViewTest {

    @Test
    void marksTheCharacterThatIsWrong() {
        var view = QueryView.of("a:1 or", new QueryFault(3, "no", "yes"));

        assertThat(view.before()).isEqualTo("a:");
        assertThat(view.wrong()).isEqualTo("1");
        assertThat(view.rest()).isEqualTo(" or");
    }

    @Test
    void marksTheEndWhenSomethingIsMissing() {
        var view = QueryView.of("a:", new QueryFault(3, "no", "yes"));

        assertThat(view.before()).isEqualTo("a:");
        assertThat(view.wrong()).isEmpty();
        assertThat(view.rest()).isEmpty();
    }

    @Test
    void neverCutsACharacterInTwo() {
        var view = QueryView.of("x😀y", new QueryFault(3, "no", "yes"));

        assertThat(view.before() + "|" + view.wrong() + "|" + view.rest()).isEqualTo("x|😀|y");
    }
}
