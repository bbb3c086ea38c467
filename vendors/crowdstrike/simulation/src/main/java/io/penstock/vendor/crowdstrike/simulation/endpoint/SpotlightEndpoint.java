package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.endpoint.FindingSelection.Page;
import io.penstock.vendor.crowdstrike.simulation.endpoint.PageFaults.Rows;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;
import io.penstock.vendor.crowdstrike.simulation.record.Facet;
import io.penstock.vendor.crowdstrike.simulation.record.FindingRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.Body;
import io.penstock.vendor.crowdstrike.simulation.text.Members;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code GET /spotlight/combined/vulnerabilities/v1}. */
final class SpotlightEndpoint implements Endpoint {

    static final String PATH = "/spotlight/combined/vulnerabilities/v1";

    private static final int LIMIT_MAX = 5000;
    private static final int RECORD_BYTES_PLAIN = 5200;
    private static final int RECORD_BYTES_PACKED = 600;

    private final Views views;
    private final Cursors cursors;
    private final Callers callers;
    private final Paging paging;
    private final PackedRecords packedRecords = new PackedRecords();

    SpotlightEndpoint(Views views, Cursors cursors, Callers callers, Paging paging) {
        this.views = views;
        this.cursors = cursors;
        this.callers = callers;
        this.paging = paging;
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

    /** One call: the view it sees and what it asks for. */
    private record Call(
            View view,
            SimulatedRequest request,
            Filter<Finding> filter,
            SortOrder sort,
            String after,
            int limit) {

        Page page(Optional<Position> position) {
            return view.findings().page(filter, sort, position, limit);
        }

        /** The last rows, in order. */
        int[] last() {
            SortOrder backwards = new SortOrder(sort.field(), !sort.ascending());
            int[] numbers =
                    view.findings().page(filter, backwards, Optional.empty(), limit).numbers();
            return IntStream.range(0, numbers.length)
                    .map(i -> numbers[numbers.length - 1 - i])
                    .toArray();
        }
    }

    private Reply page(SimulatedRequest request, Envelope envelope) {
        int limit = Parameters.limit(request, LIMIT_MAX);
        String text = request.parameter("filter").filter(f -> !f.isBlank()).orElse("");
        if (text.isEmpty()) {
            throw new Refusal(400, "filter is required");
        }
        View view = views.moved();
        Filter<Finding> filter =
                Parameters.filter(
                        text,
                        callers.member(request),
                        view.findingFields(),
                        what -> "invalid input data: " + what);
        String after = request.parameter("after").orElse("");
        Call call = new Call(view, request, filter, sort(request), after, limit);
        if (!after.isEmpty() && cursors.recordBefore(after).isEmpty()) {
            return expired(envelope, limit);
        }
        return page(call, envelope);
    }

    private Reply page(Call call, Envelope envelope) {
        Page page = found(call);
        Rows rows = paging.rows().rows(page.numbers(), page.more());
        String next = next(call, page, rows);
        int total = paging.totals().total(call.view().findings().total(call.filter()));
        byte[] opening = envelope.opening(json -> pagination(json, call.limit(), total, next));
        return written(call, rows.numbers(), opening);
    }

    private Page found(Call call) {
        Page page = call.page(position(call.after()));
        if (call.after().isEmpty() || page.numbers().length > 0) {
            return page;
        }
        return switch (paging.last().behind()) {
            case NOTHING, AN_EMPTY_PAGE -> page;
            case THE_START -> call.page(Optional.empty());
            case THE_PAGE_BEFORE -> {
                int[] last = call.last();
                yield last.length == 0 ? page : new Page(LastPage.before(last), last.length > 1);
            }
        };
    }

    private static Optional<Position> position(String after) {
        return after.isEmpty() ? Optional.empty() : Optional.of(Position.of(after));
    }

    private static SortOrder sort(SimulatedRequest request) {
        // The vendor's own order is not known; creation is the one that never moves.
        String text = request.parameter("sort").orElse(FindingFields.CREATED + "|asc");
        return SortOrder.of(text)
                .orElseThrow(() -> new Refusal(400, "invalid input data: cannot sort by " + text));
    }

    private Reply expired(Envelope envelope, int limit) {
        return envelope.error(
                404,
                "Search context expired, 'after' key no longer valid",
                Resources.EMPTY,
                json -> pagination(json, limit, 0, ""));
    }

    private void pagination(Pretty json, int limit, int total, String after) {
        json.object("pagination").number("limit", limit).number("total", total);
        paging.last().write(json, after);
        json.endObject();
    }

    private String next(Call call, Page page, Rows rows) {
        if (rows.stays()) {
            return again(call, page);
        }
        if (rows.numbers().length == 0 || (!rows.more() && !paging.last().live())) {
            return "";
        }
        int number = rows.numbers()[rows.numbers().length - 1];
        Finding last = call.view().tenant().finding().at(number);
        return cursors.issue(number, millis(call, last), last.id());
    }

    /** A cursor that leads to where this page begins. */
    private String again(Call call, Page page) {
        int number = page.numbers()[0];
        if (!call.after().isEmpty()) {
            Position same = Position.of(call.after());
            return cursors.issue(number, same.millis(), same.id());
        }
        Finding first = call.view().tenant().finding().at(number);
        String id = Position.inFrontOf(first.id(), call.sort().ascending());
        return cursors.issue(number, millis(call, first), id);
    }

    private static long millis(Call call, Finding finding) {
        long time = call.view().findings().order(call.sort()).time(finding);
        return time == Finding.NEVER ? 0 : time * 1000;
    }

    private Reply written(Call call, int[] numbers, byte[] opening) {
        boolean gzip = Parameters.gzip(call.request());
        Set<Facet> facets = paging.facets().left(Facet.of(call.request().parameters("facet")));
        byte[] closing = Envelope.closing(numbers.length == 0);
        if (!gzip) {
            byte[] records = records(call.view(), numbers, facets, false);
            return new Reply(200, false, Members.joined(opening, records, closing));
        }
        // A gzip file may be a row of members; the one with the records does not depend on the
        // call.
        Tenant tenant = call.view().tenant();
        long ofHosts = facets.contains(Facet.HOST_INFO) ? tenant.hosts().now() : 0;
        byte[] packed =
                packedRecords.of(
                        numbers,
                        tenant.version(numbers) + ofHosts,
                        facets,
                        () -> records(call.view(), numbers, facets, true));
        return new Reply(
                200,
                true,
                Members.joined(Members.packed(opening), packed, Members.packed(closing)));
    }

    private static byte[] records(View view, int[] numbers, Set<Facet> facets, boolean gzip) {
        int size = 4096 + numbers.length * (gzip ? RECORD_BYTES_PACKED : RECORD_BYTES_PLAIN);
        try (Body body = Body.of(gzip, size)) {
            Finding finding = view.tenant().finding();
            for (int i = 0; i < numbers.length; i++) {
                view.findingRecords().write(body, finding.at(numbers[i]), facets, i == 0);
            }
            if (numbers.length > 0) {
                body.add(FindingRecords.LAST.getBytes(StandardCharsets.US_ASCII));
            }
            return body.finish();
        }
    }
}
