package io.penstock.wire.env;

/** What the value of a setting looks like. */
public enum SettingForm {
    ADDRESS("an https address"),
    /** Of a listener that gets no secret unless the address is https. */
    ENDPOINT("an http or https address"),
    UUID("a UUID"),
    TEXT("text"),
    /** Never shown; the key with {@code _FILE} behind it names a file that holds the value. */
    SECRET("a secret"),
    NUMBER("a whole number"),
    FLAG("true or false"),
    /** Milliseconds, or with a unit: {@code 700s}, {@code 11m}. */
    DURATION("a time in ms, or with s or m"),
    /** Bytes, or with a unit: {@code 512M}, {@code 2G}. */
    SIZE("a size with K, M or G"),
    CRON("a Spring cron expression of six fields"),
    ZONE("a time zone such as Europe/Berlin"),
    HOST("a host name or address"),
    HOSTS("host names, with * at the front or the end, divided by commas"),
    SCHEME("http or https"),
    FILE("the path of a file in the container"),
    LEVEL("error, warn, info, debug or trace");

    private final String words;

    SettingForm(String words) {
        this.words = words;
    }

    /** For a person: what is allowed. */
    public String words() {
        return words;
    }
}
