package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.core.identity.SystemRules;
import io.penstock.platform.identity.ConnectionRules.Line;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class RuleFieldsTest {

    private static final List<Line> LINES =
            SystemRules.ALL.stream()
                    .limit(4)
                    .map(rule -> new Line(rule, rule.onByDefault()))
                    .toList();

    @Test
    void theLockedRuleStaysFirstAndOnWhateverIsSent() {
        var read =
                RuleFields.read(
                        LINES, Map.of("place.native-key", "3", "on.serial", "true"), "next");

        assertThat(read)
                .containsExactly(
                        new Choice("native-key", true),
                        new Choice("instance", false),
                        new Choice("hardware-uuid", false),
                        new Choice("serial", true));
        assertThat(RuleFields.read(LINES, Map.of(), "down.native-key").getFirst().rule())
                .isEqualTo("native-key");
        assertThat(RuleFields.read(LINES, Map.of(), "up.instance").getFirst().rule())
                .isEqualTo("native-key");
    }

    @Test
    void placesOrderTheRulesAndAButtonMovesOneByOne() {
        var places = Map.of("place.serial", "1", "place.instance", "2", "place.hardware-uuid", "3");

        assertThat(RuleFields.read(LINES, places, "next"))
                .extracting(Choice::rule)
                .containsExactly("native-key", "serial", "instance", "hardware-uuid");
        assertThat(RuleFields.read(LINES, places, "down.serial"))
                .extracting(Choice::rule)
                .containsExactly("native-key", "instance", "serial", "hardware-uuid");
        assertThat(RuleFields.read(LINES, places, "down.hardware-uuid"))
                .extracting(Choice::rule)
                .containsExactly("native-key", "serial", "instance", "hardware-uuid");
    }

    @Test
    void aPlaceThatIsNoNumberLeavesTheRuleWhereItWas() {
        var places = Map.of("place.serial", "-1", "place.instance", "99999999999");

        assertThat(RuleFields.read(LINES, places, "down.nothing"))
                .extracting(Choice::rule)
                .containsExactly("native-key", "instance", "hardware-uuid", "serial");
    }
}
