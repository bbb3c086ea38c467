package io.penstock.wire;

/**
 * Every refusal of the platform: RFC 9457 members plus our code and hint.
 *
 * @param title short name of the kind
 * @param detail one sentence: what and where
 * @param code stable, such as {@code CONNECTION_UNKNOWN}
 * @param hint how to mend it, or empty
 */
public record Problem(int status, String title, String detail, String code, String hint) {

    /** The media type of a problem body. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
