package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.endpoint.PageFaults.Rows;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;

import java.util.Arrays;

/** {@code GET /discover/combined/hosts/v1}: records by cursor, past the window of the queries. */
final class HostCombined implements Endpoint {

    static final String PATH = "/discover/combined/hosts/v1";

    private static final int LIMIT_MAX = 1000;

    private final Views views;
    private final Cursors cursors;
    private final Callers callers;
    private final Paging paging;

    HostCombined(Views views, Cursors cursors, Callers callers, Paging paging) {
        this.views = views;
        this.cursors = cursors;
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
        String filter = request.parameter("filter").filter(f -> !f.isBlank()).orElse("");
        if (filter.isEmpty()) {
            throw new Refusal(400, "filter is required");
        }
        View view = views.now();
        SortOrder sort = HostQueries.sort(request);
        int[] hosts = view.hosts().of(filter, sort, callers.member(request));
        String after = request.parameter("after").orElse("");
        return page(new Call(view, request, hosts, sort, after, limit), envelope);
    }

    /** One call: the view it sees, all hosts it is about, and the page it asks for. */
    private record Call(
            View view,
            SimulatedRequest request,
            int[] hosts,
            SortOrder sort,
            String after,
            int limit) {}

    private Reply page(Call call, Envelope envelope) {
        int[] page = found(call, start(call));
        int[] hosts = call.hosts();
        boolean more = page.length > 0 && page[page.length - 1] != hosts[hosts.length - 1];
        Rows rows = paging.rows().rows(page, more);
        String next = next(call, page, rows);
        int total = paging.totals().total(hosts.length);
        byte[] opening =
                envelope.opening(json -> {
                    json.object("pagination");
                    paging.last().write(json, next);
                    json.number("limit", call.limit()).number("total", total).endObject();
                });
        return HostEntities.written(
                call.request(), opening, rows.numbers(), call.view().hostRecords());
    }

    private int[] found(Call call, int from) {
        int[] hosts = call.hosts();
        int to = Math.min(hosts.length, from + call.limit());
        if (from < to || call.after().isEmpty()) {
            return Arrays.copyOfRange(hosts, from, to);
        }
        return switch (paging.last().behind()) {
            case NOTHING, AN_EMPTY_PAGE -> new int[0];
            case THE_START -> Arrays.copyOf(hosts, Math.min(hosts.length, call.limit()));
            case THE_PAGE_BEFORE -> {
                int last = Math.max(0, hosts.length - call.limit());
                yield hosts.length == 0
                        ? hosts
                        : LastPage.before(Arrays.copyOfRange(hosts, last, hosts.length));
            }
        };
    }

    private int start(Call call) {
        if (call.after().isEmpty()) {
            return 0;
        }
        int before =
                cursors.recordBefore(call.after())
                        .orElseThrow(() ->
                                new Refusal(
                                        404,
                                        "Search context expired, 'after' key no longer valid"));
        Position position = Position.of(call.after());
        return call.view().hosts().passed(call.hosts(), call.sort(), position, before);
    }

    private String next(Call call, int[] page, Rows rows) {
        if (rows.stays()) {
            return again(call, page[0]);
        }
        if (rows.numbers().length == 0 || (!rows.more() && !paging.last().live())) {
            return "";
        }
        int last = rows.numbers()[rows.numbers().length - 1];
        long millis = call.view().hosts().millis(last, call.sort());
        return cursors.issue(last, millis, call.view().tenant().hosts().id(last));
    }

    /** A cursor that leads to where this page begins. */
    private String again(Call call, int first) {
        if (!call.after().isEmpty()) {
            Position same = Position.of(call.after());
            int before = cursors.recordBefore(call.after()).orElse(first);
            return cursors.issue(before, same.millis(), same.id());
        }
        String own = call.view().tenant().hosts().id(first);
        String id = Position.inFrontOf(own, call.sort().ascending());
        return cursors.issue(first, call.view().hosts().millis(first, call.sort()), id);
    }
}
