package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.record.HostRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.Body;

import java.util.List;
import java.util.OptionalInt;

/** {@code GET /discover/entities/hosts/v1}: records by id; ids it does not know are left out. */
final class HostEntities implements Endpoint {

    static final String PATH = "/discover/entities/hosts/v1";

    private static final int IDS_MAX = 100;
    private static final int RECORD_BYTES = 7000;

    private final Tenant tenant;
    private final HostRecords records;

    HostEntities(Tenant tenant, HostRecords records) {
        this.tenant = tenant;
        this.records = records;
    }

    @Override
    public String scope() {
        return "assets";
    }

    @Override
    public Reply answer(SimulatedRequest request, String traceId) {
        Envelope envelope = new Envelope(Envelope.DISCOVER, traceId);
        List<String> ids = request.parameters("ids");
        if (ids.isEmpty()) {
            return envelope.error(400, "ids is required", Resources.NULL);
        }
        if (ids.size() > IDS_MAX) {
            String message = ids.size() + " ids are too many, at most " + IDS_MAX;
            return envelope.error(400, message, Resources.NULL);
        }
        int[] hosts =
                ids.stream()
                        .map(id -> tenant.hostOrder().find(id, tenant))
                        .filter(OptionalInt::isPresent)
                        .mapToInt(OptionalInt::getAsInt)
                        .toArray();
        return written(request, envelope.opening(_ -> {}), hosts, 0, hosts.length, records);
    }

    /** Writes the records of {@code hosts[from, to)}. */
    static Reply written(
            SimulatedRequest request,
            byte[] opening,
            int[] hosts,
            int from,
            int to,
            HostRecords records) {
        boolean gzip = Parameters.gzip(request);
        int size = opening.length + (to - from) * RECORD_BYTES / (gzip ? 4 : 1);
        try (Body body = Body.of(gzip, size)) {
            body.add(opening);
            for (int i = from; i < to; i++) {
                records.write(body, hosts[i], i == from);
            }
            body.add(Envelope.closing(from >= to));
            return new Reply(200, gzip, body.finish());
        }
    }
}
