package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.text.Body;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.Arrays;

/**
 * {@code GET /discover/queries/hosts/v1}: ids by offset, of which only the first {@value #WINDOW}
 * can be reached although the total tells all.
 */
final class HostQueries implements Endpoint {

    static final String PATH = "/discover/queries/hosts/v1";

    private static final int LIMIT_MAX = 100;
    private static final int WINDOW = 10_000;

    private final Views views;
    private final Callers callers;
    private final Paging paging;

    HostQueries(Views views, Callers callers, Paging paging) {
        this.views = views;
        this.callers = callers;
        this.paging = paging;
    }

    @Override
    public String scope() {
        return "assets";
    }

    @Override
    public Reply answer(SimulatedRequest request, String traceId) {
        Envelope envelope = new Envelope(Envelope.DISCOVER, traceId);
        try {
            return page(request, envelope);
        } catch (Refusal refusal) {
            return envelope.error(refusal.status(), refusal.text(), Resources.NULL);
        }
    }

    private Reply page(SimulatedRequest request, Envelope envelope) {
        int limit = Parameters.limit(request, LIMIT_MAX);
        int offset = offset(request);
        checkWindow(offset, limit);
        View view = views.now();
        String filter = request.parameter("filter").orElse("");
        int[] hosts = view.hosts().of(filter, sort(request), callers.member(request));
        int total = paging.totals().total(hosts.length);
        byte[] opening =
                envelope.opening(json ->
                        json.object("pagination")
                                .number("offset", offset)
                                .number("limit", limit)
                                .number("total", total)
                                .endObject());
        int end = Math.min(hosts.length, offset + limit);
        int[] page = Arrays.copyOfRange(hosts, Math.min(offset, end), end);
        Pretty ids = Pretty.continued(2);
        for (int host : paging.rows().rows(page, end < hosts.length).numbers()) {
            ids.item(view.tenant().hosts().id(host));
        }
        return written(request, opening, ids.bytes());
    }

    private static void checkWindow(int offset, int limit) {
        if ((long) offset + limit > WINDOW) {
            throw new Refusal(
                    400,
                    ("offset %d and limit %d are invalid; offset + limit must be less than or"
                                    + " equal to %d")
                            .formatted(offset, limit, WINDOW));
        }
    }

    private static Reply written(SimulatedRequest request, byte[] opening, byte[] ids) {
        boolean gzip = Parameters.gzip(request);
        try (Body body = Body.of(gzip, opening.length + ids.length + 64)) {
            body.add(opening);
            if (ids.length > 0) {
                // The first id needs no comma before it.
                body.add(Arrays.copyOfRange(ids, 1, ids.length));
            }
            body.add(Envelope.closing(ids.length == 0));
            return new Reply(200, gzip, body.finish());
        }
    }

    static SortOrder sort(SimulatedRequest request) {
        // The vendor's own order is not known.
        String text = request.parameter("sort").orElse("id|asc");
        return SortOrder.of(text).orElseThrow(() -> new Refusal(400, "invalid sort: " + text));
    }

    private static int offset(SimulatedRequest request) {
        String text = request.parameter("offset").orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(400, "offset " + text + " is invalid");
        }
        return Integer.parseInt(text);
    }
}
