package io.penstock.engine.config;

import io.penstock.wire.env.EngineSetting;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the engine was told, checked.
 *
 * @param api the platform's address, without a slash at the end
 * @param work how much at once and when
 */
public record EngineConfig(URI api, Credentials credentials, Target target, Work work, Net net) {

    private static final Duration SOURCE_WRITE_MAX = Duration.ofMinutes(2);

    /**
     * @param threads slices read at once (S-134)
     * @param schedule empty: run once and exit (S-142)
     * @param patience how long a failing call is repeated
     * @param exitWhenDone false: stay up without a schedule (S-151)
     */
    public record Work(
            int threads, Optional<Schedule> schedule, Duration patience, boolean exitWhenDone) {}

    /**
     * Reads the environment (S-128 to S-153). Values are trimmed and one pair of quotes around them
     * is dropped (B-23).
     *
     * @throws io.penstock.core.fault.FaultException CONFIGURATION with one sentence that names the
     *     key, the value and what is allowed
     */
    public static EngineConfig read(Map<String, String> environment) {
        var values = new SettingValues(environment);
        values.heap(EngineSetting.HEAP_MAX);
        values.heap(EngineSetting.HEAP_MIN);
        return new EngineConfig(
                new PlaceValues(values).address(EngineSetting.API_URL),
                credentials(values),
                new Target(
                        values.uuid(EngineSetting.CUSTOMER),
                        values.uuid(EngineSetting.CONNECTION),
                        values.uuid(EngineSetting.PROFILE)),
                new Work(
                        values.number(EngineSetting.THREADS),
                        new ScheduleValues(values).schedule(),
                        values.duration(EngineSetting.RETRY_TIME),
                        values.flag(EngineSetting.EXIT_WHEN_DONE)),
                net(values));
    }

    /** The log's level and size alone: they are needed before anything else can be said. */
    public static LogSettings log(Map<String, String> environment) {
        var values = new SettingValues(environment);
        return new LogSettings(
                values.level(EngineSetting.LOG_LEVEL), values.logTotal(EngineSetting.LOG_TOTAL));
    }

    /**
     * The metrics alone; empty when none are wanted.
     *
     * @throws io.penstock.core.fault.FaultException CONFIGURATION as {@link #read} does
     */
    public static Optional<MetricsSettings> metrics(Map<String, String> environment) {
        return new MetricsValues(new SettingValues(environment)).metrics();
    }

    /**
     * Whether the process is to stay up after a fatal error, as far as the environment can be read.
     */
    public static boolean staysUp(Map<String, String> environment) {
        var said = new SettingValues(environment).text(EngineSetting.EXIT_WHEN_DONE);
        return said.equalsIgnoreCase("false");
    }

    /** The same under another login. */
    public EngineConfig with(Credentials other) {
        return new EngineConfig(api, other, target, work, net);
    }

    /** The name and password to sign in with; an enrolment has become one before any call. */
    public Login login() {
        return switch (credentials) {
            case Login login -> login;
            case Enrolment _ -> throw new IllegalStateException("the engine is not enrolled yet");
        };
    }

    private static Credentials credentials(SettingValues values) {
        var token = values.optionalSecret(EngineSetting.ENROLMENT_TOKEN);
        var keyFile = new PlaceValues(values).path(EngineSetting.KEY_FILE);
        var named = !values.text(EngineSetting.USERNAME).isEmpty();
        if (!named && (token.isPresent() || Files.exists(keyFile))) {
            return new Enrolment(token, keyFile);
        }
        return new Login(
                values.required(EngineSetting.USERNAME), values.secret(EngineSetting.PASSWORD));
    }

    private static Net net(SettingValues values) {
        return new Net(
                proxy(values),
                new PlaceValues(values).file(EngineSetting.CA_BUNDLE),
                new Timeouts(
                        values.duration(EngineSetting.CONNECT_TIMEOUT),
                        values.duration(EngineSetting.WRITE_TIMEOUT),
                        values.duration(EngineSetting.RESPONSE_TIMEOUT),
                        values.duration(EngineSetting.READ_TIMEOUT)),
                new Timeouts(
                        values.duration(EngineSetting.SOURCE_CONNECT_TIMEOUT),
                        SOURCE_WRITE_MAX,
                        values.duration(EngineSetting.SOURCE_RESPONSE_TIMEOUT),
                        values.duration(EngineSetting.SOURCE_READ_TIMEOUT)));
    }

    private static Optional<Proxy> proxy(SettingValues values) {
        if (!values.flag(EngineSetting.PROXY_ENABLED)) {
            return Optional.empty();
        }
        if (values.text(EngineSetting.PROXY_HOST).isEmpty()) {
            throw SettingValues.wrong(
                    EngineSetting.PROXY_ENABLED,
                    "is 'true', but " + EngineSetting.PROXY_HOST.key() + " is blank");
        }
        var places = new PlaceValues(values);
        return Optional.of(
                new Proxy(
                        places.host(EngineSetting.PROXY_HOST),
                        values.number(EngineSetting.PROXY_PORT),
                        places.proxyTls(EngineSetting.PROXY_SCHEME),
                        proxyLogin(values),
                        places.hosts(EngineSetting.PROXY_EXCLUDED)));
    }

    private static Optional<Login> proxyLogin(SettingValues values) {
        var username = values.text(EngineSetting.PROXY_USERNAME);
        return username.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(username, values.secret(EngineSetting.PROXY_PASSWORD)));
    }

    /**
     * What is odd but no fault, each as a sentence: keys that nothing reads, one without effect.
     *
     * @param vendors the keys that the vendors at hand read
     */
    public static List<String> oddities(Map<String, String> environment, Set<String> vendors) {
        return new EnvKeys(vendors).oddities(environment);
    }

    /** Every secret of the environment, so that the log can hide it. */
    public static List<String> secrets(Map<String, String> environment) {
        var values = new SettingValues(environment);
        return Stream.concat(
                        Arrays.stream(EngineSetting.values())
                                .flatMap(setting -> values.knownSecret(setting).stream()),
                        new MetricsValues(values).secrets().stream())
                .toList();
    }
}
