package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Setting;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;
import io.penstock.vendor.crowdstrike.simulation.record.HostRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

/** {@code GET /discover/combined/hosts/v1}: records by cursor, past the window of the queries. */
final class HostCombined implements Endpoint {

    static final String PATH = "/discover/combined/hosts/v1";

    private static final int LIMIT_MAX = 1000;

    private final Tenant tenant;
    private final HostSelection selection;
    private final HostRecords records;
    private final Cursors cursors;
    private final Setting<Boolean> lastAfter;

    HostCombined(
            Tenant tenant,
            HostSelection selection,
            HostRecords records,
            Cursors cursors,
            Setting<Boolean> lastAfter) {
        this.tenant = tenant;
        this.selection = selection;
        this.records = records;
        this.cursors = cursors;
        this.lastAfter = lastAfter;
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
        SortOrder sort = HostQueries.sort(request);
        int[] hosts = selection.of(filter, sort);
        int from = start(request.parameter("after").orElse(""), hosts);
        int to = Math.min(hosts.length, from + limit);
        String next = next(hosts, from, to, sort);
        byte[] opening =
                envelope.opening(json ->
                        json.object("pagination")
                                .text("after", next)
                                .number("limit", limit)
                                .number("total", hosts.length)
                                .endObject());
        return HostEntities.written(request, opening, hosts, from, to, records);
    }

    private int start(String after, int[] hosts) {
        if (after.isEmpty()) {
            return 0;
        }
        int before =
                cursors.recordBefore(after)
                        .orElseThrow(() ->
                                new Refusal(
                                        404,
                                        "Search context expired, 'after' key no longer valid"));
        for (int i = 0; i < hosts.length; i++) {
            if (hosts[i] == before) {
                return i + 1;
            }
        }
        throw new Refusal(400, "'after' does not belong to this filter");
    }

    private String next(int[] hosts, int from, int to, SortOrder sort) {
        if (from >= to || (to == hosts.length && !lastAfter.value())) {
            return "";
        }
        int last = hosts[to - 1];
        return cursors.issue(
                last, selection.millis(last, sort), tenant.hosts().id(last, tenant.customer()));
    }
}
