package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.identity.RuleOrder.Choice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class RuleOrderTest {

    @Test
    void theSystemsRulesStandInTheirOrderEachExplained() {
        assertThat(SystemRules.ALL)
                .extracting(IdentificationRule::key)
                .containsExactly(
                        "native-key",
                        "instance",
                        "hardware-uuid",
                        "serial",
                        "fqdn",
                        "hostname-mac",
                        "mac",
                        "hostname-ip",
                        "hostname",
                        "ip-network");
        assertThat(SystemRules.ALL).allSatisfy(r -> assertThat(r.explanation()).endsWith("."));
        assertThat(SystemRules.ALL.stream().filter(r -> !r.onByDefault()))
                .extracting(IdentificationRule::key)
                .containsExactly("ip-network");
        assertThat(SystemRules.ALL.stream().filter(IdentificationRule::locked))
                .containsExactly(SystemRules.NATIVE_KEY);
    }

    @Test
    void takesAPersonsOrderWithTheNativeKeyFirst() {
        var own = IdentificationRule.user("mac-ip", "MAC and IP", "", List.of("ip", "mac"));
        var known = Stream.concat(SystemRules.ALL.stream(), Stream.of(own)).toList();

        var order =
                RuleOrder.of(
                        known,
                        List.of(
                                new Choice("mac-ip", true),
                                new Choice("fqdn", false),
                                new Choice("serial", true)));

        assertThat(order.enabledInOrder())
                .extracting(IdentificationRule::key)
                .containsExactly("native-key", "mac-ip", "serial");
    }

    @ParameterizedTest
    @CsvSource({
        "'serial=on,nonsense=on', There is no identification rule 'nonsense'.",
        "'serial=on,serial=off', The identification rule 'serial' is in the list twice.",
        "'native-key=off,serial=on', The identification rule 'native-key' is always on",
        "'serial=on,native-key=on', The identification rule 'native-key' is always on",
        "'serial=off,mac=off', All identification rules beside the native key are off."
    })
    void refusesWhatCannotWorkInOneSentence(String choices, String sentence) {
        var chosen =
                Stream.of(choices.split(","))
                        .map(c -> new Choice(c.split("=")[0], c.endsWith("=on")))
                        .toList();

        assertThatThrownBy(() -> RuleOrder.of(SystemRules.ALL, chosen))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "own, Own, \"\", An identification rule with 0 attributes is not possible.",
                "own, Own, \"fqdn,mac,ip,serial\", An identification rule with 4 attributes",
                "own, Own, ip, The IP address alone does not identify a machine.",
                "own, Own, network, The network alone does not identify a machine.",
                "own, Own, \"mac,mac\", The attribute 'mac' is in the rule twice.",
                "own, Own, colour, 'colour' is not an attribute of identification rules.",
                "own, \" \", mac, The label of an identification rule has 1 characters.",
                "serial, Own, mac, The system has a rule 'serial' already.",
                "No Key, Own, mac, The key 'No Key' of an identification rule is not one."
            })
    void refusesRulesOfPeopleThatCannotWork(
            String key, String label, String attributes, String sentence) {
        var list = attributes.isEmpty() ? List.<String>of() : List.of(attributes.split(","));

        assertThatThrownBy(() -> IdentificationRule.user(key, label, "", list))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(sentence.replace("''", "'"));
    }

    @Test
    void quotesNoHalfOfACharacter() {
        var attribute = "x".repeat(39) + "\uD83D\uDE00";

        assertThatThrownBy(() -> IdentificationRule.user("own", "Own", "", List.of(attribute)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'" + "x".repeat(39) + "…' is not an attribute");
    }

    @Test
    void aRuleOfAPersonIsOffAndHasItsStrongestAttributeFirst() {
        var rule = IdentificationRule.user("own", "Own", "Why.", List.of("ip", "network", "mac"));

        assertThat(rule.attributes())
                .containsExactly(Identifier.MAC, Identifier.IP, Identifier.NETWORK);
        assertThat(rule.system() || rule.locked() || rule.onByDefault()).isFalse();
    }
}
