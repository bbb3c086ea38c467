package io.penstock.platform.console.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.core.identity.SystemRules;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class OrderFormTest {

    @Test
    void theNativeKeyIsFirstWhateverWasSent() {
        var form = OrderForm.of(List.of("serial", "native-key", "mac"), List.of("mac"));

        assertThat(form.choices())
                .containsExactly(
                        new Choice("native-key", true),
                        new Choice("serial", false),
                        new Choice("mac", true));
    }

    @Test
    void aStepNeverPassesTheNativeKeyOrTheEnd() {
        var form = OrderForm.of(List.of("serial", "mac"), List.of());

        assertThat(keys(form.moved("up:serial"))).containsExactly("native-key", "serial", "mac");
        assertThat(keys(form.moved("down:mac"))).containsExactly("native-key", "serial", "mac");
        assertThat(keys(form.moved("up:mac"))).containsExactly("native-key", "mac", "serial");
        assertThat(keys(form.moved("down:serial"))).containsExactly("native-key", "mac", "serial");
        assertThat(keys(form.moved("nonsense"))).containsExactly("native-key", "serial", "mac");
    }

    @Test
    void rulesItDoesNotNameStandAtTheEndAndAreOff() {
        var lines = OrderForm.of(List.of("mac"), List.of("mac")).lines(SystemRules.ALL);

        assertThat(lines).hasSameSizeAs(SystemRules.ALL);
        assertThat(lines.get(1).rule().key()).isEqualTo("mac");
        assertThat(lines.get(1).on()).isTrue();
        assertThat(lines.getLast().on()).isFalse();
    }

    @Test
    void refusesMoreLinesThanThereCanBe() {
        var many = Collections.nCopies(101, "serial");

        assertThatThrownBy(() -> OrderForm.of(many, List.of())).isInstanceOf(FaultException.class);
    }

    private static List<String> keys(OrderForm form) {
        return form.choices().stream().map(Choice::rule).toList();
    }
}
