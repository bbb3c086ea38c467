package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Stack;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Bad input gets one clear sentence and an exit code of its own, loses nothing, and leaves no
 * secret in any log.
 */
class BadInputE2eTest {

    private static final int CONFIGURATION = 2;
    private static final int PLATFORM_REFUSED = 3;
    private static final int PLATFORM_UNREACHABLE = 4;
    private static final int VENDOR_REFUSED = 5;
    private static final String WRONG_SECRET = "Wr0ngS3cretWr0ngS3cretWr0ngS3cretWr0ngS3";
    private static final String IMPATIENCE = "2000";

    @TempDir private static Path folder;

    // Set before every test; the tests share one platform and leave its connection good.
    @SuppressWarnings("NullAway.Init")
    private static Chain chain;

    @BeforeAll
    static void start() {
        chain = Chain.start(folder, Chain.tenant(40, 20, 5));
    }

    @AfterAll
    static void noSecretIsInAnyLogAndNothingIsLost() throws IOException {
        try {
            pointAt(chain.simulator().address(), chain.tenant().client());
            var pull = chain.pull();
            assertThat(pull.exitCode()).as(pull.output()).isZero();
            assertThat(pull.run())
                    .hasValueSatisfying(run -> assertThat(run.good()).as(run.toString()).isTrue());
            assertNoSecretLogged();
        } finally {
            chain.close();
        }
    }

    @Test
    void aWrongSecretOfTheVendorIsSaid() {
        pointAt(
                chain.simulator().address(),
                new ApiClient(chain.tenant().client().id(), WRONG_SECRET));

        var pull = chain.pull();

        assertThat(pull.exitCode()).isEqualTo(VENDOR_REFUSED);
        assertOneSentence(pull, "secret", chain.simulator().address().toString());
        assertNotComplete(pull);
    }

    @Test
    void aMissingScopeIsNamed() {
        var tenant = chain.tenant().with("scopes", "assets");
        var simulator = chain.stack().startSimulator(tenant, 0);
        pointAt(simulator.address(), tenant.client());

        var pull = chain.pull();

        assertThat(pull.exitCode()).isEqualTo(VENDOR_REFUSED);
        assertOneSentence(pull, "Vulnerabilities");
        assertNotComplete(pull);
    }

    @Test
    void anUnknownConnectionIsSaidWithItsUuid() {
        var unknown = UUID.randomUUID().toString();

        var pull = chain.pull(chain.settings().with("qualys.connectionUuid", unknown));

        assertThat(pull.exitCode()).isEqualTo(PLATFORM_REFUSED);
        assertOneSentence(pull, unknown);
    }

    @Test
    void aProfileOfAnotherConnectionIsSaidWithItsUuid() {
        var unknown = UUID.randomUUID().toString();

        var pull = chain.pull(chain.settings().with("qualys.profileUuid", unknown));

        assertThat(pull.exitCode()).isEqualTo(PLATFORM_REFUSED);
        assertOneSentence(pull, unknown);
    }

    @Test
    void anotherCustomersUuidIsRefused() {
        var foreign = UUID.randomUUID().toString();

        var pull = chain.pull(chain.settings().with("qualys.customerUuid", foreign));

        assertThat(pull.exitCode()).isEqualTo(PLATFORM_REFUSED);
        assertOneSentence(pull, "ustomer");
    }

    @Test
    void aWrongPasswordOfTheEngineIsSaid() {
        var pull = chain.pull(chain.settings().with("qualys.user.password", WRONG_SECRET));

        assertThat(pull.exitCode()).isEqualTo(PLATFORM_REFUSED);
        assertOneSentence(pull, "refused the login", "qualys.user.password");
    }

    @Test
    void aPlatformThatIsNotThereIsNamed() {
        var nobody = "http://127.0.0.1:" + Stack.freePort();

        var pull =
                chain.pull(
                        chain.settings()
                                .with("connector.api.url", nobody)
                                .with("service.retry-time", IMPATIENCE));

        assertThat(pull.exitCode()).isEqualTo(PLATFORM_UNREACHABLE);
        assertOneSentence(pull, nobody);
    }

    @Test
    void anInvalidValueIsNamedWithItsKeyAndItsLimits() {
        var pull = chain.pull(chain.settings().with("service.child-thread-pool", "0"));

        assertThat(pull.exitCode()).isEqualTo(CONFIGURATION);
        assertOneSentence(pull, "service.child-thread-pool", "'0'", "200");
    }

    @Test
    void aBrokenPageIsNamedAndNothingOfItIsTaken() throws IOException {
        try (var broken =
                FaultProxy.before(
                        chain.simulator().address(),
                        (_, path) ->
                                path.startsWith("/spotlight/combined")
                                        ? Passage.BREAK
                                        : Passage.PASS,
                        () -> {})) {
            pointAt(broken.address(), chain.tenant().client());

            var pull = chain.pull(chain.settings().with("service.retry-time", IMPATIENCE));

            assertThat(pull.exitCode()).isEqualTo(1);
            assertOneSentence(pull, "/spotlight/combined/vulnerabilities/v1");
            assertNotComplete(pull);
        }
    }

    private static void pointAt(URI vendor, ApiClient client) {
        chain.session()
                .updateConnection(
                        chain.enrolment().connection().uuid(), Enrolment.draft(vendor, client));
    }

    private static void assertNotComplete(Chain.Pull pull) {
        assertThat(pull.run().map(RunView::complete)).isNotEqualTo(Optional.of(true));
    }

    /** The last line of output is the sentence, and there is no stack trace. */
    private static void assertOneSentence(Chain.Pull pull, String... words) {
        assertThat(pull.output()).doesNotContain("\tat ", "Exception");
        var lines = pull.output().lines().toList();
        assertThat(lines.getLast()).as(pull.output()).contains(words);
    }

    private static void assertNoSecretLogged() throws IOException {
        var logs = logs();
        assertThat(logs).isNotEmpty();
        for (var log : logs) {
            assertThat(Files.readString(log, StandardCharsets.UTF_8))
                    .as(log.toString())
                    .doesNotContain(
                            WRONG_SECRET,
                            chain.tenant().client().secret(),
                            chain.firstPassword(),
                            chain.enrolment().engine().password(),
                            chain.enrolment().operator().password(),
                            chain.platform().postgres().password());
        }
    }

    private static List<Path> logs() throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .forEach(found::add);
        }
        return found;
    }
}
