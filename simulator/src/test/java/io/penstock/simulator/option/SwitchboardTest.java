package io.penstock.simulator.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SwitchboardTest {

    private final Switchboard board = new Switchboard();
    private final Setting<Integer> life =
            board.add(Switch.of("life", "120", "seconds", Reading.number(1, 500)));
    private final Setting<Boolean> shape =
            board.add(Switch.of("shape", "off", "a shape", Reading.flag()).fixed());

    @Test
    void readsWhatIsSetNow() {
        board.start(Map.of("life", " 7 ", "shape", "on"));
        assertThat(life.value()).isEqualTo(7);
        assertThat(shape.value()).isTrue();

        board.set("life", "8");
        assertThat(life.value()).isEqualTo(8);
        assertThat(life.usual()).isFalse();

        board.reset("life");
        assertThat(life.value()).isEqualTo(120);
        assertThat(life.usual()).isTrue();
    }

    @Test
    void refusesWithOneSentence() {
        board.start(Map.of());

        assertThatThrownBy(() -> board.set("life", "0"))
                .hasMessage("The option life is \"0\", allowed are 1 to 500.");
        assertThatThrownBy(() -> board.set("shape", "on"))
                .hasMessage("The option shape can only be set before the start.");
        assertThatThrownBy(() -> board.set("lives", "1"))
                .hasMessage("The option \"lives\" is not known, there are [life, shape].");
        assertThatThrownBy(() -> board.set("life", "1".repeat(1001)))
                .hasMessage("The option life is set to 1001 characters, allowed are 1000.");
        assertThat(life.value()).isEqualTo(120);
    }

    @Test
    void hasEachNameOnce() {
        assertThatThrownBy(() -> board.add(Switch.of("life", "1", "", Reading.number(1, 2))))
                .isInstanceOf(IllegalStateException.class);
    }
}
