package io.penstock.vendor.crowdstrike;

/**
 * The two timestamps a stream is read by.
 *
 * @param order never moves, so a record cannot slip past the reader; slices are cut by it
 * @param changed moves when a record changes; a delta read filters on it
 */
record StreamKey(String order, String changed) {

    static final StreamKey FINDINGS = new StreamKey("created_timestamp", "updated_timestamp");
    static final StreamKey HOSTS = new StreamKey("first_seen_timestamp", "last_seen_timestamp");
}
