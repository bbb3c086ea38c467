package io.penstock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own. */
class SimulatorProcessIT {

    @Test
    void saysWhereItListensServesAndEndsWellOnTerm() throws Exception {
        Process process = start("--port", "0", "--hosts", "3");
        try (BufferedReader out = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String ready = Optional.ofNullable(out.readLine()).orElse("");
            assertThat(ready).matches("simulator ready on http://127\\.0\\.0\\.1:[0-9]+");
            URI address = URI.create(ready.substring("simulator ready on ".length()) + "/x");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            // Unlike the process itself its handle leaves the streams open.
            process.toHandle().destroy();

            assertThat(answer.body()).startsWith("GET /x");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWithTwoWhenThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--port", Integer.toString(taken.getLocalPort()));
            try (BufferedReader err = process.errorReader()) {
                assertThat(err.readLine())
                        .startsWith(
                                "simulator: Cannot listen on 127.0.0.1 port "
                                        + taken.getLocalPort());
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(2);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static Process start(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<String>();
        command.add(java);
        command.add("-Xmx128m");
        command.add("-cp");
        command.add(classPath);
        command.add(SimulatorMain.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(SimulatorOptions.SECRET_VARIABLE, "secret");
        return builder.start();
    }
}
