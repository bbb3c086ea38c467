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

    private final Views views;
    private final Callers callers;
    private final GoneIds gone;

    HostEntities(Views views, Callers callers, GoneIds gone) {
        this.views = views;
        this.callers = callers;
        this.gone = gone;
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
        View view = views.now();
        int[] hosts = gone.left(known(view.tenant(), ids, callers.member(request)));
        return written(request, envelope.opening(_ -> {}), hosts, view.hostRecords());
    }

    private static int[] known(Tenant tenant, List<String> ids, String member) {
        return ids.stream()
                .filter(id -> id.startsWith(member))
                .map(id -> tenant.hostOrder().find(id, tenant.hosts()))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
    }

    /** Writes the records of hosts. */
    static Reply written(
            SimulatedRequest request, byte[] opening, int[] hosts, HostRecords records) {
        boolean gzip = Parameters.gzip(request);
        int size = opening.length + hosts.length * RECORD_BYTES / (gzip ? 4 : 1);
        try (Body body = Body.of(gzip, size)) {
            body.add(opening);
            for (int i = 0; i < hosts.length; i++) {
                records.write(body, hosts[i], i == 0);
            }
            body.add(Envelope.closing(hosts.length == 0));
            return new Reply(200, gzip, body.finish());
        }
    }
}
