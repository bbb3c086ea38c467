package io.penstock.engine.config;

/**
 * The one table of settings: the parser and the template are made from it. Keys are the
 * specification's, to the letter.
 */
public enum EngineSetting {
    API_URL(
            "connector.api.url",
            "",
            "https://platform.example.com",
            "Address of the Penstock platform. Required. https; http only for this machine"
                    + " itself."),
    CUSTOMER(
            "qualys.customerUuid",
            "",
            "00000000-0000-0000-0000-000000000000",
            "UUID of your tenant, shown on the connection's page. Required."),
    CONNECTION(
            "qualys.connectionUuid",
            "",
            "00000000-0000-0000-0000-000000000000",
            "UUID of the connection. Required."),
    PROFILE(
            "qualys.profileUuid",
            "",
            "00000000-0000-0000-0000-000000000000",
            "UUID of the profile to run; it must belong to the connection. Required."),
    USERNAME("qualys.user.username", "", "", "Platform user the engine acts as. Required."),
    PASSWORD("qualys.user.password", "", "", "The user's password. Required; never logged."),
    THREADS(
            "service.child-thread-pool",
            "8",
            "8",
            "Worker threads: how many slices are read at once.",
            1,
            200),
    CRON(
            "service.cron-expression",
            "",
            "",
            "Spring cron of six fields, such as 0 15 03 * * * (daily at 03:15:00, container's time"
                    + " zone). Empty: run once and exit."),
    PROXY_ENABLED(
            "service.http.proxy.enabled",
            "false",
            "false",
            "true sends all calls, to the vendor and to the platform, through the proxy."),
    PROXY_HOST("service.http.proxy.host", "", "", "Host of the proxy, a name or an address."),
    PROXY_SCHEME("service.http.proxy.scheme", "http", "http", "How the proxy is spoken to: http."),
    PROXY_PORT("service.http.proxy.port", "8080", "8080", "Port of the proxy.", 1, 65_535),
    CONNECT_TIMEOUT(
            "web-client.config.connection-timeout",
            "700000",
            "700000",
            "Longest wait for a connection to the platform, in ms.",
            1,
            86_400_000),
    READ_TIMEOUT(
            "web-client.config.read-timeout",
            "700000",
            "700000",
            "Longest time to read an answer of the platform, in ms.",
            1,
            86_400_000),
    WRITE_TIMEOUT(
            "web-client.config.write-timeout",
            "700000",
            "700000",
            "Longest time to write a request to the platform, in ms.",
            1,
            86_400_000),
    RESPONSE_TIMEOUT(
            "web-client.config.response-timeout",
            "700000",
            "700000",
            "Longest wait for the platform's answer to begin, in ms.",
            1,
            86_400_000),
    LOG_LEVEL("LOGLEVEL", "info", "info", "error, warn, info, debug or trace.");

    private final String key;
    private final String fallback;
    private final String sample;
    private final String help;
    private final int min;
    private final int max;

    EngineSetting(String key, String fallback, String sample, String help) {
        this(key, fallback, sample, help, 0, 0);
    }

    EngineSetting(String key, String fallback, String sample, String help, int min, int max) {
        this.key = key;
        this.fallback = fallback;
        this.sample = sample;
        this.help = help;
        this.min = min;
        this.max = max;
    }

    /** The environment's key. */
    public String key() {
        return key;
    }

    /** The value when the key is absent or blank; empty for none. */
    public String fallback() {
        return fallback;
    }

    /** What the template shows. */
    public String sample() {
        return sample;
    }

    /** What the setting does, for the template and the documents. */
    public String help() {
        return help;
    }

    /** The smallest number allowed. */
    public int min() {
        return min;
    }

    /** The largest number allowed; 0 when the setting is not a number. */
    public int max() {
        return max;
    }
}
