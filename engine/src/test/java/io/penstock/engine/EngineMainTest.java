package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.engine.retry.RetryLimits;
import io.penstock.wire.CheckReport;
import io.penstock.wire.OpenRun;
import io.penstock.wire.RunEnd;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole engine against a platform and a vendor, from the command line to the exit code. */
@Isolated("captures the process's output")
class EngineMainTest {

    static final RetryLimits QUICK =
            new RetryLimits(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    3,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));

    private final Printed printed = new Printed();

    @AfterEach
    void noSecretEverAppeared() {
        printed.close();
        assertThat(text()).doesNotContain(FakePlatform.PASSWORD, "v3ndor-secret", "jwt-token-text");
    }

    private String text() {
        return printed.text();
    }

    private static int run(FakePlatform platform) {
        return EngineMain.execute(platform.environment(), QUICK, "run");
    }

    @Test
    void deliversEveryRecordOfEveryStreamOnce() {
        try (var platform = new FakePlatform()) {
            assertThat(run(platform)).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 100));
            assertThat(platform.text("numbers"))
                    .isEqualTo(FakePlatform.expected("numbers", 0, 100));
            assertThat(platform.ends)
                    .extracting(RunEnd::outcome)
                    .containsExactly(RunEnd.Outcome.READ);
            assertThat(platform.count("POST /auth")).isEqualTo(1);
            assertThat(platform.calls.indexOf(first(platform, "/streams/numbers/")))
                    .isGreaterThan(platform.calls.lastIndexOf(last(platform, "/streams/hosts/")));
        }
    }

    private static String first(FakePlatform platform, String part) {
        return platform.calls.stream().filter(c -> c.contains(part)).findFirst().orElseThrow();
    }

    private static String last(FakePlatform platform, String part) {
        return platform.calls.stream().filter(c -> c.contains(part)).toList().getLast();
    }

    @Test
    void deliversAPageAgainUnderItsSequenceWhenTheReceiptIsLost() {
        try (var platform = new FakePlatform()) {
            platform.lostReceipts.add("numbers/1/0");
            assertThat(run(platform)).isZero();
            assertThat(platform.count("/streams/numbers/slices/1/pages/0")).isEqualTo(2);
            assertThat(platform.text("numbers"))
                    .isEqualTo(FakePlatform.expected("numbers", 0, 100));
        }
    }

    @Test
    void waitsAsLongAsAFullPlatformAsks() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/pages/1", 429, "BACKLOG_FULL", "1");
            assertThat(run(platform)).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 100));
            assertThat(text())
                    .contains("refused page 1 of")
                    .containsPattern("Trying again in 1[0-9]{3} ms");
        }
    }

    @Test
    void logsInAgainWhenItsLoginHasEnded() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/pages/2", 401, "TOKEN_EXPIRED");
            assertThat(run(platform)).isZero();
            assertThat(platform.count("POST /auth")).isEqualTo(2);
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 0, 100));
        }
    }

    @Test
    void waitsForAConnectionThatAnotherEngineHolds() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/runs", 409, "RUN_HELD", "0");
            platform.refuse("/runs", 409, "RUN_HELD", "0");
            assertThat(run(platform)).isZero();
            assertThat(text()).contains("refused a new run of connection");
        }
    }

    @Test
    void stopsWithoutASecondWordWhenTheRunWasTakenOver() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/streams/numbers/slices/0/pages/1", 409, "RUN_TAKEN_OVER");
            assertThat(run(platform)).isEqualTo(1);
            assertThat(platform.ends).isEmpty();
            assertThat(text()).contains("RUN_TAKEN_OVER");
        }
    }

    @Test
    void stopsWhenAPersonCancelled() {
        try (var platform = new FakePlatform()) {
            platform.goOn = false;
            platform.leaseSeconds = 0;
            platform.settings.put("records", "300000");
            assertThat(run(platform)).isEqualTo(1);
            assertThat(platform.ends)
                    .extracting(RunEnd::outcome)
                    .containsExactly(RunEnd.Outcome.CANCELLED);
        }
    }

    @Test
    void goesOnWhereAnotherEngineLeftOff() {
        try (var platform = new FakePlatform()) {
            platform.book.resume(
                    "hosts",
                    List.of(
                            new SliceState(0, "0", "50", "50", 5, true, true, -1),
                            new SliceState(1, "50", "80", "70", 2, false, false, -1),
                            new SliceState(2, "80", "100", "100", 2, true, false, -1)));
            assertThat(run(platform)).isZero();
            assertThat(platform.text("hosts")).isEqualTo(FakePlatform.expected("hosts", 70, 80));
            assertThat(platform.count("/streams/hosts/slices/0/")).isZero();
            assertThat(platform.count("/streams/hosts/slices/2/end")).isEqualTo(1);
        }
    }

    @Test
    void saysWhyARunIsNotComplete() {
        try (var platform = new FakePlatform()) {
            platform.complete = false;
            assertThat(run(platform)).isEqualTo(1);
            assertThat(text()).contains("hosts: 3 are missing").contains("is not complete");
        }
    }

    @Test
    void doesNothingForAnInactiveProfile() {
        try (var platform = new FakePlatform()) {
            platform.active = false;
            assertThat(run(platform)).isZero();
            assertThat(platform.count("/runs")).isZero();
            assertThat(text()).contains("Profile 'All' is inactive");
        }
    }

    @Test
    void repeatsAFaultyReadAndThenReportsTheRunAsFailed() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("fault", "UNAVAILABLE");
            assertThat(run(platform)).isEqualTo(1);
            assertThat(platform.ends)
                    .containsExactly(
                            new RunEnd(
                                    RunEnd.Outcome.FAILED,
                                    "VENDOR_SAYS_NO",
                                    "The vendor says no."));
            assertThat(text()).contains("The vendor says no. Trying again in");
        }
    }

    @Test
    void givesUpSlicesThatStayUnreadableAndEndsTheRun() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("fault", "MALFORMED");
            platform.complete = false;
            assertThat(run(platform)).isEqualTo(1);
            assertThat(platform.ends)
                    .extracting(RunEnd::outcome)
                    .containsExactly(RunEnd.Outcome.READ);
            assertThat(platform.book.entries("hosts"))
                    .allSatisfy(e ->
                            assertThat(e.ends)
                                    .hasSize(2)
                                    .containsOnly(new SliceEnd(-1, "The vendor says no.")));
        }
    }

    @Test
    void cutsSlicesForIdleThreads() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("records", "3000");
            platform.settings.put("cuts", "true");
            assertThat(run(platform)).isZero();
            assertThat(platform.book.entries("numbers")).hasSizeGreaterThan(3);
            assertThat(platform.book.records("numbers")).hasSize(3000).doesNotHaveDuplicates();
        }
    }

    @Test
    void asksForEverythingWhenToldTo() {
        try (var platform = new FakePlatform()) {
            assertThat(EngineMain.execute(platform.environment(), QUICK, "run", "--full")).isZero();
            assertThat(run(platform)).isZero();
            assertThat(platform.opened).extracting(OpenRun::full).containsExactly(true, false);
        }
    }

    @Test
    void refusesAWindowThatIsNone() {
        try (var platform = new FakePlatform()) {
            platform.windows.put("hosts", FakePlatform.UNTIL);
            assertThat(run(platform)).isEqualTo(1);
            assertThat(text()).contains("asks for hosts from 2026-01-01T00:00:00Z");
        }
    }

    @Test
    void testsTheConnectionWithoutARun() {
        try (var platform = new FakePlatform()) {
            assertThat(EngineMain.execute(platform.environment(), QUICK, "check")).isZero();
            assertThat(text()).containsPattern("Login  OK +1 ms  It works\\.");
            assertThat(platform.count("/runs")).isZero();
            assertThat(platform.checks).hasSize(1);
            assertThat(platform.checks.getFirst().check()).isNull();
            assertThat(platform.checks.getFirst().steps())
                    .containsExactly(new CheckReport.Step("Login", "OK", 1, "It works.", ""));
        }
    }

    @Test
    void exitsWith5WhenAStepOfTheTestFails() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("fault", "PERMISSION");
            assertThat(EngineMain.execute(platform.environment(), QUICK, "check")).isEqualTo(5);
            assertThat(text()).containsPattern("Test  FAILED +0 ms  The vendor says no\\.");
            assertThat(platform.checks.getFirst().steps().getFirst().outcome()).isEqualTo("FAILED");
        }
    }

    @Test
    void testsForAPlatformThatCannotTakeTheReport() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/checks", 404, "PATH_UNKNOWN");
            assertThat(EngineMain.execute(platform.environment(), QUICK, "check")).isZero();
            assertThat(text()).contains("The platform could not be told.");
        }
    }

    @Test
    void exitsWith2WhenASettingOfTheConnectionIsMissing() {
        try (var platform = new FakePlatform()) {
            platform.settings.remove("client-secret");
            assertThat(EngineMain.execute(platform.environment(), QUICK, "check")).isEqualTo(2);
            assertThat(text()).contains("The connection's setting 'client-secret' is missing.");
        }
    }

    @Test
    void exitsWith5WhenTheVendorRefusesTheSecret() {
        try (var platform = new FakePlatform()) {
            platform.settings.put("fault", "AUTHENTICATION");
            assertThat(run(platform)).isEqualTo(5);
            assertThat(text()).doesNotContain("Trying again");
        }
    }

    @Test
    void exitsWith3WhenThePlatformRefusesTheLogin() {
        try (var platform = new FakePlatform()) {
            var environment = platform.environment();
            environment.put("qualys.user.password", "wrong-password");
            assertThat(EngineMain.execute(environment, QUICK)).isEqualTo(3);
            assertThat(text()).contains("refused the login (401)").doesNotContain("wrong-password");
        }
    }

    @Test
    void exitsWith3WhenAUuidIsUnknown() {
        try (var platform = new FakePlatform()) {
            platform.refuse("/plan", 404, "CONNECTION_UNKNOWN");
            assertThat(run(platform)).isEqualTo(3);
            assertThat(text()).contains("it was scripted").contains("CONNECTION_UNKNOWN");
        }
    }

    @Test
    void exitsWith4WhenThePlatformDoesNotAnswer() {
        Map<String, String> environment;
        try (var platform = new FakePlatform()) {
            environment = platform.environment();
        }
        assertThat(EngineMain.execute(environment, QUICK)).isEqualTo(4);
        assertThat(text()).contains("No answer from http://127.0.0.1:");
    }

    @Test
    void exitsWith2WhenASettingIsWrongOrTheConnectorIsMissing() {
        assertThat(EngineMain.execute(Map.of(), QUICK)).isEqualTo(2);
        assertThat(text()).contains("The setting connector.api.url is missing or blank.");
        try (var platform = new FakePlatform()) {
            platform.connectorKey = "unknown-vendor";
            assertThat(run(platform)).isEqualTo(2);
            assertThat(text()).contains("needs the connector 'unknown-vendor'");
        }
    }

    @Test
    void staysUpAfterAWrongSettingWhenToldTo() throws InterruptedException {
        var code = new AtomicInteger(-1);
        var told = Map.of("service.exitWhenDone", "false");
        var engine = Thread.ofPlatform().start(() -> code.set(EngineMain.execute(told, QUICK)));
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!text().contains("connector.api.url is missing") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(engine.join(Duration.ofMillis(300))).as("it ended: " + text()).isFalse();
        engine.interrupt();
        engine.join();
        assertThat(code).hasValue(2);
        assertThat(text()).containsOnlyOnce("The setting connector.api.url is missing or blank.");
    }

    @Test
    void warnsAboutAKeyThatNothingReads() {
        try (var platform = new FakePlatform()) {
            var environment = platform.environment();
            environment.put("service.child-thread-pol", "9");
            assertThat(EngineMain.execute(environment, QUICK, "check")).isZero();
            assertThat(text()).contains("the nearest known one is service.child-thread-pool.");
        }
    }

    @Test
    void printsTheTemplateAndTheVersion() {
        assertThat(EngineMain.execute(Map.of(), QUICK, "env-template")).isZero();
        assertThat(text()).contains("service.child-thread-pool=8").contains("1 to 200");
        assertThat(EngineMain.execute(Map.of(), QUICK, "--version")).isZero();
        assertThat(text()).contains("penstock-engine ");
    }
}
