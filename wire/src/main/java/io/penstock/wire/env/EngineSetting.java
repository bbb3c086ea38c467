package io.penstock.wire.env;

import static io.penstock.wire.env.SettingForm.ADDRESS;
import static io.penstock.wire.env.SettingForm.CRON;
import static io.penstock.wire.env.SettingForm.DURATION;
import static io.penstock.wire.env.SettingForm.ENDPOINT;
import static io.penstock.wire.env.SettingForm.FILE;
import static io.penstock.wire.env.SettingForm.FLAG;
import static io.penstock.wire.env.SettingForm.HOST;
import static io.penstock.wire.env.SettingForm.HOSTS;
import static io.penstock.wire.env.SettingForm.LEVEL;
import static io.penstock.wire.env.SettingForm.NUMBER;
import static io.penstock.wire.env.SettingForm.SCHEME;
import static io.penstock.wire.env.SettingForm.SECRET;
import static io.penstock.wire.env.SettingForm.SIZE;
import static io.penstock.wire.env.SettingForm.TEXT;
import static io.penstock.wire.env.SettingForm.UUID;
import static io.penstock.wire.env.SettingForm.ZONE;

import java.util.Optional;

/** The one table of the engine's settings. Keys are the specification's, to the letter. */
public enum EngineSetting {
    API_URL(
            "connector.api.url",
            ADDRESS,
            "",
            "Address of the platform. Required. http only for this machine itself."),
    CUSTOMER("qualys.customerUuid", UUID, "", "UUID of your tenant. Required."),
    CONNECTION("qualys.connectionUuid", UUID, "", "UUID of the connection. Required."),
    PROFILE(
            "qualys.profileUuid",
            UUID,
            "",
            "UUID of the profile to run; it must belong to the connection. Required."),
    USERNAME(
            "qualys.user.username",
            TEXT,
            "",
            "User the engine signs in as. Required without an enrolment token or a key; wins over"
                    + " both."),
    PASSWORD(
            "qualys.user.password",
            SECRET,
            "",
            "The user's password. Required with the user; never logged."),
    THREADS(
            "service.child-thread-pool",
            NUMBER,
            "8",
            "Worker threads: how many slices are read at once.",
            1,
            200),
    CRON_EXPRESSION(
            "service.cron-expression",
            CRON,
            "",
            "When to run: second minute hour day month weekday, such as 0 15 03 * * * for daily at"
                    + " 03:15:00. Empty: run once and end."),
    PROXY_ENABLED(
            "service.http.proxy.enabled",
            FLAG,
            "false",
            "true sends all calls, to the vendor and to the platform, through the proxy."),
    PROXY_HOST("service.http.proxy.host", HOST, "", "Host of the proxy, a name or an address."),
    PROXY_SCHEME("service.http.proxy.scheme", SCHEME, "http", "How the proxy is spoken to."),
    PROXY_PORT("service.http.proxy.port", NUMBER, "8080", "Port of the proxy.", 1, 65_535),
    PROXY_USERNAME("service.http.proxy.username", TEXT, "", "User at the proxy, if it asks."),
    PROXY_PASSWORD("service.http.proxy.password", SECRET, "", "That user's password."),
    PROXY_EXCLUDED(
            "service.http.proxy.non-proxy-hosts",
            HOSTS,
            "",
            "Hosts that are called without the proxy, such as *.example.com,10.0.0.7."),
    CA_BUNDLE(
            "service.tls.ca-bundle",
            FILE,
            "",
            "PEM file of certificate authorities to trust besides the public ones, for both"
                    + " sides."),
    CONNECT_TIMEOUT(
            "web-client.config.connection-timeout",
            "700000",
            "Longest wait for a connection to the platform."),
    READ_TIMEOUT(
            "web-client.config.read-timeout",
            "700000",
            "Longest time to read an answer of the platform."),
    WRITE_TIMEOUT(
            "web-client.config.write-timeout",
            "700000",
            "Longest time to write a request to the platform."),
    RESPONSE_TIMEOUT(
            "web-client.config.response-timeout",
            "700000",
            "Longest wait for the platform's answer to begin."),
    SOURCE_CONNECT_TIMEOUT(
            "source.connection-timeout", "30000", "Longest wait for a connection to the vendor."),
    SOURCE_RESPONSE_TIMEOUT(
            "source.response-timeout", "300000", "Longest wait for the vendor's answer to begin."),
    SOURCE_READ_TIMEOUT(
            "source.read-timeout", "180000", "Longest time to read an answer of the vendor."),
    HEAP_MAX(
            "HEAPSIZEMAX",
            SIZE,
            "",
            "Largest heap, such as 512M; at least 32M. Empty: 70 % of the container's memory, at"
                    + " least 512M where it has that, always leaving 128M beside it."),
    HEAP_MIN(
            "HEAPSIZEMIN",
            SIZE,
            "",
            "First heap, such as 128M; at least 32M. Empty: the JVM's choice."),
    EXIT_WHEN_DONE(
            "service.exitWhenDone",
            FLAG,
            "true",
            "false keeps the container up: without a schedule it waits for orders of the platform"
                    + " after its run, whether that failed or not; after a wrong setting it waits"
                    + " to be stopped."),
    LOG_LEVEL("LOGLEVEL", LEVEL, "info", "debug writes much; not for every day."),
    LOG_TOTAL(
            "service.log.total-size",
            SIZE,
            "2G",
            "All log files together; the oldest are deleted first. At least 100M."),
    CRON_ZONE(
            "service.cron-zone",
            ZONE,
            "",
            "Time zone of the cron expression. Empty: the container's (TZ), else UTC."),
    RETRY_TIME(
            "service.retry-time",
            DURATION,
            "1200000",
            "Longest time a failing call is repeated before the run ends with its fault.",
            1_000,
            86_400_000),
    ENROLMENT_TOKEN(
            "service.enrolment-token",
            SECRET,
            "",
            "One-time token of the platform; the engine turns it into a key of its own, kept in"
                    + " service.key-file."),
    KEY_FILE(
            "service.key-file",
            FILE,
            "/var/lib/penstock/engine.key",
            "Where the engine's own key is kept; the folder must outlive the container."),
    SOURCE_URL(
            "source.url",
            TEXT,
            "",
            "Strict custody: the vendor's address, if the platform is not to store it."),
    SOURCE_CLIENT_ID("source.client-id", TEXT, "", "Strict custody: the vendor's client id."),
    SOURCE_CLIENT_SECRET(
            "source.client-secret", SECRET, "", "Strict custody: the vendor's client secret."),
    METRICS_ENDPOINT(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            ENDPOINT,
            "",
            "OpenTelemetry collector that gets the engine's metrics, such as"
                    + " https://collector.example.com:4318; /v1/metrics is put behind it. Empty: no"
                    + " metrics."),
    METRICS_HEADERS(
            "OTEL_EXPORTER_OTLP_HEADERS",
            SECRET,
            "",
            "Headers for the collector: name=value, divided by commas, other characters as %XX."
                    + " Only over https, or to this machine itself."),
    METRICS_INTERVAL(
            "OTEL_METRIC_EXPORT_INTERVAL",
            DURATION,
            "60000",
            "How often metrics are sent.",
            1_000,
            86_400_000),
    METRICS_SERVICE(
            "OTEL_SERVICE_NAME", TEXT, "penstock-engine", "This engine's name in the metrics."),
    METRICS_ATTRIBUTES(
            "OTEL_RESOURCE_ATTRIBUTES",
            TEXT,
            "",
            "What else the metrics say of this engine: name=value, divided by commas, other"
                    + " characters as %XX.");

    /** Behind the key of a secret: then it is the key of a file that holds the secret. */
    public static final String FILE_SUFFIX = "_FILE";

    private static final int DAY_MILLIS = 86_400_000;

    private final String key;
    private final SettingForm form;
    private final String fallback;
    private final String help;
    private final int min;
    private final int max;

    EngineSetting(String key, SettingForm form, String fallback, String help) {
        this(key, form, fallback, help, 0, 0);
    }

    EngineSetting(String key, String fallback, String help) {
        this(key, DURATION, fallback, help, 1, DAY_MILLIS);
    }

    EngineSetting(String key, SettingForm form, String fallback, String help, int min, int max) {
        this.key = key;
        this.form = form;
        this.fallback = fallback;
        this.help = help;
        this.min = min;
        this.max = max;
    }

    /** The environment's key. */
    public String key() {
        return key;
    }

    /** The key of a file that holds the value instead; only secrets have one. */
    public Optional<String> fileKey() {
        return form == SECRET ? Optional.of(key + FILE_SUFFIX) : Optional.empty();
    }

    public SettingForm form() {
        return form;
    }

    /** The value when the key is absent or blank; empty for none. */
    public String fallback() {
        return fallback;
    }

    /** What the setting does, for the template and the documents. */
    public String help() {
        return help;
    }

    /** The smallest number allowed. */
    public int min() {
        return min;
    }

    /** The largest number allowed; 0 when the setting is neither a number nor a time. */
    public int max() {
        return max;
    }

    /** What is allowed, in words; empty when the form says nothing worth saying. */
    public String allowed() {
        var range = max == 0 ? "" : ", " + min + " to " + max;
        return form == TEXT ? "" : form.words() + range;
    }
}
