package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.simulator.option.Setting;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.endpoint.FindingSelection.Page;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;
import io.penstock.vendor.crowdstrike.simulation.record.Facet;
import io.penstock.vendor.crowdstrike.simulation.record.FindingRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.Body;
import io.penstock.vendor.crowdstrike.simulation.text.Members;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;

/** {@code GET /spotlight/combined/vulnerabilities/v1}. */
final class SpotlightEndpoint implements Endpoint {

    static final String PATH = "/spotlight/combined/vulnerabilities/v1";

    private static final int LIMIT_MAX = 5000;
    private static final int RECORD_BYTES_PLAIN = 5200;
    private static final int RECORD_BYTES_PACKED = 600;

    private final Tenant tenant;
    private final Cursors cursors;
    private final Setting<Boolean> lastAfter;
    private final Fields<Finding> fields;
    private final FindingSelection selection;
    private final FindingRecords records;
    private final PackedRecords packedRecords = new PackedRecords();

    SpotlightEndpoint(Tenant tenant, Cursors cursors, Setting<Boolean> lastAfter) {
        this.tenant = tenant;
        this.cursors = cursors;
        this.lastAfter = lastAfter;
        this.fields = FindingFields.of(tenant);
        this.selection = new FindingSelection(tenant);
        this.records = new FindingRecords(tenant);
    }

    @Override
    public String scope() {
        return "vulnerabilities";
    }

    @Override
    public Reply answer(SimulatedRequest request, String traceId) {
        Envelope envelope = new Envelope(Envelope.SPOTLIGHT, traceId);
        try {
            return page(request, envelope);
        } catch (Refusal refusal) {
            return envelope.error(refusal.status(), refusal.text(), Resources.EMPTY);
        }
    }

    private Reply page(SimulatedRequest request, Envelope envelope) {
        int limit = Parameters.limit(request, LIMIT_MAX);
        String text = request.parameter("filter").filter(f -> !f.isBlank()).orElse("");
        if (text.isEmpty()) {
            throw new Refusal(400, "filter is required");
        }
        Filter<Finding> filter =
                Parameters.filter(text, fields, what -> "invalid input data: " + what);
        SortOrder sort = sort(request);
        String after = request.parameter("after").orElse("");
        OptionalInt before = cursors.recordBefore(after);
        if (!after.isEmpty() && before.isEmpty()) {
            return expired(envelope, limit);
        }
        Page page = selection.page(filter, sort, before, limit);
        String next = next(page, selection.order(sort));
        int total = selection.total(filter);
        byte[] opening = envelope.opening(json -> pagination(json, limit, total, next));
        return written(request, page, opening);
    }

    private static SortOrder sort(SimulatedRequest request) {
        // The vendor's own order is not known; creation is the one that never moves.
        String text = request.parameter("sort").orElse(FindingFields.CREATED + "|asc");
        return SortOrder.of(text)
                .orElseThrow(() -> new Refusal(400, "invalid input data: cannot sort by " + text));
    }

    private static Reply expired(Envelope envelope, int limit) {
        return envelope.error(
                404,
                "Search context expired, 'after' key no longer valid",
                Resources.EMPTY,
                json -> pagination(json, limit, 0, ""));
    }

    private static void pagination(Pretty json, int limit, int total, String after) {
        json.object("pagination").number("limit", limit).number("total", total);
        json.text("after", after).endObject();
    }

    private String next(Page page, FindingOrder order) {
        if (page.numbers().length == 0 || (!page.more() && !lastAfter.value())) {
            return "";
        }
        int number = page.numbers()[page.numbers().length - 1];
        Finding last = tenant.finding().at(number);
        long time = order.time(last);
        return cursors.issue(number, time == Finding.NEVER ? 0 : time * 1000, last.id());
    }

    private Reply written(SimulatedRequest request, Page page, byte[] opening) {
        boolean gzip = Parameters.gzip(request);
        Set<Facet> facets = Facet.of(request.parameters("facet"));
        byte[] closing = Envelope.closing(page.numbers().length == 0);
        if (!gzip) {
            return new Reply(
                    200, false, Members.joined(opening, records(page, facets, false), closing));
        }
        // A gzip file may be a row of members; the one with the records does not depend on the
        // call.
        byte[] packed = packedRecords.of(page.numbers(), facets, () -> records(page, facets, true));
        return new Reply(
                200,
                true,
                Members.joined(Members.packed(opening), packed, Members.packed(closing)));
    }

    private byte[] records(Page page, Set<Facet> facets, boolean gzip) {
        int[] numbers = page.numbers();
        int size = 4096 + numbers.length * (gzip ? RECORD_BYTES_PACKED : RECORD_BYTES_PLAIN);
        try (Body body = Body.of(gzip, size)) {
            Finding finding = tenant.finding();
            for (int i = 0; i < numbers.length; i++) {
                records.write(body, finding.at(numbers[i]), facets, i == 0);
            }
            if (numbers.length > 0) {
                body.add(FindingRecords.LAST.getBytes(StandardCharsets.US_ASCII));
            }
            return body.finish();
        }
    }
}
