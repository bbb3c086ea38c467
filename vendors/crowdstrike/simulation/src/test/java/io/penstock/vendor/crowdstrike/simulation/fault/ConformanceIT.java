package io.penstock.vendor.crowdstrike.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.simulator.SimulatorMain;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The score card of two real clients: one that is naive and one that is careful. */
class ConformanceIT {

    private static final List<String> FAULTS =
            List.of("truncated", "server-error", "errors-in-200", "early-token-death", "redirect");

    @Test
    void saysThatTheNaiveClientLosesRows() throws Exception {
        Card card = card("naive");

        assertThat(card.exit()).isEqualTo(1);
        assertThat(card.verdicts())
                .containsEntry("none ", "COMPLETE")
                .containsEntry("truncated at:2,5,9", "LOST")
                .containsEntry("truncated at:2,5,9/form:bytes", "LOST")
                .containsEntry("truncated always/on:spotlight", "LOST")
                .containsEntry("server-error at:2,5,9", "LOST")
                .containsEntry("errors-in-200 at:2,5,9", "LOST")
                .containsEntry("early-token-death at:1/after:0", "LOST")
                .containsEntry("redirect always/on:spotlight", "LOST");
        assertThat(card.body().at("/counts/LOST").asInt()).isGreaterThanOrEqualTo(7);
        assertThat(card.body().get("passed").asBoolean()).isFalse();
    }

    @Test
    void saysThatTheCarefulClientHasEverythingOrIsHonest() throws Exception {
        Card card = card("careful");

        assertThat(card.exit()).isZero();
        assertThat(card.verdicts())
                .containsEntry("none ", "COMPLETE")
                .containsEntry("truncated at:2,5,9", "COMPLETE")
                .containsEntry("truncated always/on:spotlight", "HONEST")
                .containsEntry("server-error at:2,5,9", "COMPLETE")
                .containsEntry("errors-in-200 at:2,5,9", "COMPLETE")
                .containsEntry("early-token-death at:1/after:0", "COMPLETE");
        assertThat(card.body().at("/counts/LOST").asInt()).isZero();
        assertThat(card.body().get("trials"))
                .allSatisfy(trial -> {
                    boolean none = trial.get("fault").asString().equals("none");
                    assertThat(trial.get("struck").asInt() > 0).isEqualTo(!none);
                });
    }

    private record Card(int exit, JsonNode body) {

        /** Fault and value → verdict. */
        TreeMap<String, String> verdicts() {
            TreeMap<String, String> verdicts = new TreeMap<>();
            body.get("trials")
                    .forEach(trial ->
                            verdicts.put(
                                    trial.get("fault").asString()
                                            + " "
                                            + trial.get("value").asString(),
                                    trial.get("verdict").asString()));
            return verdicts;
        }
    }

    private static Card card(String kind) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        String client =
                "exec '"
                        + java
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx96m -cp '"
                        + path
                        + "' "
                        + TinyClient.class.getName()
                        + " "
                        + kind;
        List<String> command =
                new ArrayList<>(
                        List.of(java, "-Xmx256m", "-cp", path, SimulatorMain.class.getName()));
        command.addAll(List.of("--conformance", "--format", "json", "--expect", "finding"));
        command.addAll(List.of("--hosts", "120", "--findings-per-host", "40", "--client", client));
        FAULTS.forEach(fault -> command.addAll(List.of("--fault", fault)));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            byte[] out = process.getInputStream().readAllBytes();
            int exit = process.waitFor();
            return new Card(
                    exit, JsonMapper.shared().readTree(new String(out, StandardCharsets.UTF_8)));
        } finally {
            process.destroyForcibly();
        }
    }
}
