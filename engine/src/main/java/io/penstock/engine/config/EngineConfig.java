package io.penstock.engine.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the engine was told, checked.
 *
 * @param api the platform's address, without a slash at the end
 * @param work how much at once and when
 * @param proxy empty: calls go out directly
 */
public record EngineConfig(
        URI api, Login login, Target target, Work work, Optional<Proxy> proxy, Timeouts timeouts) {

    /**
     * @param threads slices read at once (S-134)
     * @param schedule empty: run once and exit (S-142)
     * @param patience how long a failing call is repeated
     */
    public record Work(int threads, Optional<Schedule> schedule, Duration patience) {}

    /**
     * Reads the environment (S-128 to S-147). Values are trimmed and one pair of quotes around them
     * is dropped (B-23).
     *
     * @throws io.penstock.core.fault.FaultException CONFIGURATION with one sentence that names the
     *     key, the value and what is allowed
     */
    public static EngineConfig read(Map<String, String> environment) {
        var values = new SettingValues(environment);
        return new EngineConfig(
                values.address(EngineSetting.API_URL),
                new Login(
                        values.required(EngineSetting.USERNAME),
                        values.secret(EngineSetting.PASSWORD)),
                new Target(
                        values.uuid(EngineSetting.CUSTOMER),
                        values.uuid(EngineSetting.CONNECTION),
                        values.uuid(EngineSetting.PROFILE)),
                new Work(
                        values.number(EngineSetting.THREADS),
                        values.schedule(EngineSetting.CRON),
                        values.duration(EngineSetting.RETRY_TIME)),
                proxy(values),
                new Timeouts(
                        values.duration(EngineSetting.CONNECT_TIMEOUT),
                        values.duration(EngineSetting.READ_TIMEOUT),
                        values.duration(EngineSetting.WRITE_TIMEOUT),
                        values.duration(EngineSetting.RESPONSE_TIMEOUT)));
    }

    /** The log level alone: it is needed before anything else can be said. */
    public static LogLevel logLevel(Map<String, String> environment) {
        return new SettingValues(environment).level(EngineSetting.LOG_LEVEL);
    }

    private static Optional<Proxy> proxy(SettingValues values) {
        if (!values.flag(EngineSetting.PROXY_ENABLED)) {
            return Optional.empty();
        }
        var host = values.text(EngineSetting.PROXY_HOST);
        if (host.isEmpty()) {
            throw SettingValues.wrong(
                    EngineSetting.PROXY_ENABLED,
                    "is 'true', but " + EngineSetting.PROXY_HOST.key() + " is blank");
        }
        values.proxyScheme(EngineSetting.PROXY_SCHEME);
        return Optional.of(
                new Proxy(
                        values.host(EngineSetting.PROXY_HOST),
                        values.number(EngineSetting.PROXY_PORT)));
    }
}
