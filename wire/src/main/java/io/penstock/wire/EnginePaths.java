package io.penstock.wire;

import java.util.UUID;

/**
 * Where the engine finds the platform's intake, relative to {@code connector.api.url}.
 *
 * <p>The conversation of one run: {@link #LOGIN}, {@link #plan}, {@link #runs} (open or resume),
 * {@link #slices} (planned once per stream), {@link #page} (repeated, each answered by a {@link
 * Receipt}), {@link #sliceEnd}, {@link #runEnd}. {@link #heartbeat} keeps the lease meanwhile.
 */
public final class EnginePaths {

    /**
     * Form login: {@code username}, {@code password}, {@code token=true}; 201 with the JWT as text.
     */
    public static final String LOGIN = "/auth";

    /**
     * The customer (tenant) the caller means; a mismatch with the user's own is refused (S-129).
     */
    public static final String HEADER_CUSTOMER = "Penstock-Customer";

    /**
     * The lease of the run, from {@link RunOpened#lease()}; a taken-over run refuses the old one.
     */
    public static final String HEADER_LEASE = "Penstock-Lease";

    /** Lower-case hex SHA-256 of the page's bytes as sent. */
    public static final String HEADER_SHA256 = "Penstock-Sha256";

    /** Records in the page; see {@code Page.records}. */
    public static final String HEADER_RECORDS = "Penstock-Records";

    /** Records not on an earlier page of the slice; see {@code Page.fresh}. */
    public static final String HEADER_FRESH = "Penstock-Fresh";

    /** The position after the page, printable ASCII. */
    public static final String HEADER_NEXT = "Penstock-Next-Position";

    /** The vendor's total as the page said it, or -1. */
    public static final String HEADER_TOTAL = "Penstock-Vendor-Total";

    /** {@code true} on a slice's last page. */
    public static final String HEADER_LAST = "Penstock-Last";

    private static final String BASE = "/engine/v1";

    /** POST {@link EnrolRequest}, without a login: {@link EnrolAnswer}. */
    public static final String ENROL = BASE + "/enrolment";

    /** PUT {@link NewKey}, under the old one: 204; from then on only the new one counts. */
    public static final String KEY = BASE + "/key";

    private EnginePaths() {}

    /** GET: {@link Plan}. */
    public static String plan(UUID connection, UUID profile) {
        return BASE + "/connections/" + connection + "/profiles/" + profile + "/plan";
    }

    /**
     * GET: {@link Orders}, what a waiting engine is asked to do; POST of a {@link CheckReport} to
     * {@link #checks}.
     */
    public static String orders(UUID connection, UUID profile) {
        return BASE + "/connections/" + connection + "/profiles/" + profile + "/orders";
    }

    /**
     * POST without body: 204, also when the same engine took it before; 409 when another one did or
     * the order is too old.
     *
     * @param engine the process that takes it
     */
    public static String runOrder(UUID connection, UUID profile, UUID order, UUID engine) {
        return BASE
                + "/connections/"
                + connection
                + "/profiles/"
                + profile
                + "/run-orders/"
                + order
                + "/taken?engine="
                + engine;
    }

    /** PUT {@link EnginePresence}: 204. */
    public static String presence(UUID connection, UUID profile, UUID engine) {
        return BASE + "/connections/" + connection + "/profiles/" + profile + "/engines/" + engine;
    }

    /** POST {@link CheckReport}: 204. */
    public static String checks(UUID connection, UUID profile) {
        return BASE + "/connections/" + connection + "/profiles/" + profile + "/checks";
    }

    /** POST {@link OpenRun}: {@link RunOpened}; 409 when another engine holds the connection. */
    public static String runs(UUID connection, UUID profile) {
        return BASE + "/connections/" + connection + "/profiles/" + profile + "/runs";
    }

    /** PUT {@link PlannedSlices}: {@link StreamState}; the first plan of a stream stays. */
    public static String slices(UUID run, String stream) {
        return BASE + "/runs/" + run + "/streams/" + stream + "/slices";
    }

    /** PUT page bytes: {@link Receipt}; 429 with Retry-After when the backlog is full. */
    public static String page(UUID run, String stream, int slice, long sequence) {
        return slices(run, stream) + "/" + slice + "/pages/" + sequence;
    }

    /**
     * POST {@link SplitSlice}: {@link SliceState} of the new slice; repeating it changes nothing.
     */
    public static String split(UUID run, String stream, int slice) {
        return slices(run, stream) + "/" + slice + "/split";
    }

    /** POST {@link SliceEnd}: {@link SliceVerdict}. */
    public static String sliceEnd(UUID run, String stream, int slice) {
        return slices(run, stream) + "/" + slice + "/end";
    }

    /** POST without body: {@link HeartbeatAnswer}. */
    public static String heartbeat(UUID run) {
        return BASE + "/runs/" + run + "/heartbeat";
    }

    /** POST without body: 204; the run waits for the next engine without its lease. */
    public static String release(UUID run) {
        return BASE + "/runs/" + run + "/release";
    }

    /** POST {@link RunEnd}: {@link RunSummary}. */
    public static String runEnd(UUID run) {
        return BASE + "/runs/" + run + "/end";
    }
}
