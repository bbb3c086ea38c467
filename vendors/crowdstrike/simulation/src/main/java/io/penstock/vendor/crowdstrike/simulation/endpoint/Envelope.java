package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The frame of every answer.
 *
 * @param poweredBy the service that answers
 * @param traceId a UUID, the same as in the header
 */
public record Envelope(String poweredBy, String traceId) {

    public static final String GATEWAY = "crowdstrike-api-gateway";
    public static final String TOKENS = "csam";
    public static final String SPOTLIGHT = "spapi";
    public static final String DISCOVER = "discover-api";

    /** What is said instead of resources. */
    public enum Resources {
        ABSENT,
        EMPTY,
        NULL
    }

    /** Everything up to and with the bracket that opens the resources. */
    byte[] opening(Consumer<Pretty> pagination) {
        return meta(pagination).array("resources").bytes();
    }

    /** What closes a body whose last resource is complete. */
    static byte[] closing(boolean empty) {
        return (empty ? "]\n}" : "\n ]\n}").getBytes(StandardCharsets.US_ASCII);
    }

    /** A refusal whose inner code is its status. */
    public Reply error(int status, String message, Resources resources) {
        return error(status, message, resources, _ -> {});
    }

    Reply error(int status, String message, Resources resources, Consumer<Pretty> pagination) {
        return coded(status, status, message, resources, pagination);
    }

    /** A refusal whose inner code is another one than its status. */
    public Reply coded(int status, int code, String message, Resources resources) {
        return coded(status, code, message, resources, _ -> {});
    }

    private Reply coded(
            int status,
            int code,
            String message,
            Resources resources,
            Consumer<Pretty> pagination) {
        Pretty json = meta(pagination);
        if (resources == Resources.EMPTY) {
            json.array("resources").endArray();
        }
        json.array("errors").itemObject().number("code", code).text("message", message);
        json.endObject().endArray();
        if (resources == Resources.NULL) {
            json.raw("resources", "null");
        }
        byte[] body = json.endObject().bytes();
        if (poweredBy.equals(TOKENS)) {
            body = Arrays.copyOf(body, body.length + 1);
            body[body.length - 1] = '\n';
        }
        return Reply.plain(status, body);
    }

    private Pretty meta(Consumer<Pretty> pagination) {
        Pretty json =
                Pretty.document().openDocument().object("meta").raw("query_time", queryTime());
        pagination.accept(json);
        return json.text("powered_by", poweredBy).text("trace_id", traceId).endObject();
    }

    /** A time that looks measured and is the same for the same request. */
    private String queryTime() {
        if (poweredBy.equals(GATEWAY)) {
            return "1.97e-07";
        }
        int micros = 1000 + Math.floorMod(traceId.hashCode(), 100_000);
        return String.format(Locale.ROOT, "0.%06d%03d", micros, micros % 1000);
    }
}
