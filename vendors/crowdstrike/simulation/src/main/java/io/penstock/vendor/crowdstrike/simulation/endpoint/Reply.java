package io.penstock.vendor.crowdstrike.simulation.endpoint;

/**
 * What an endpoint answers, before the headers every answer has.
 *
 * @param gzip whether the body is compressed
 */
public record Reply(int status, boolean gzip, byte[] body) {

    /** A body that is not compressed. */
    public static Reply plain(int status, byte[] body) {
        return new Reply(status, false, body);
    }
}
