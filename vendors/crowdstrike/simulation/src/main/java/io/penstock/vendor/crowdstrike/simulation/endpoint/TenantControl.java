package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.ControlAnswer;
import io.penstock.simulator.ControlRequest;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.time.Instant;
import java.util.Optional;

/**
 * The control resources of the tenant: {@code POST advance}, {@code GET tenant}, and what a perfect
 * client holds row by row, {@code GET oracle/findings}, {@code oracle/hosts} and {@code
 * oracle/digest}.
 */
record TenantControl(Timeline timeline) {

    Optional<ControlAnswer> answer(ControlRequest request) {
        return switch (request.method() + " " + request.resource()) {
            case "POST advance" -> Optional.of(advanced(Advance.of(request)));
            case "GET tenant" -> Optional.of(described(timeline.now()));
            case "GET oracle/findings" ->
                    Optional.of(ControlAnswer.lines(OracleRows.findings(timeline.now())));
            case "GET oracle/hosts" ->
                    Optional.of(ControlAnswer.lines(OracleRows.hosts(timeline.now())));
            case "GET oracle/digest" ->
                    Optional.of(ControlAnswer.text(200, OracleRows.digests(timeline.now())));
            default -> Optional.empty();
        };
    }

    private ControlAnswer advanced(Advance wish) {
        return described(timeline.advance(wish.seconds(), wish.share()));
    }

    private static ControlAnswer described(Tenant tenant) {
        return ControlAnswer.text(
                200,
                "tenant.version="
                        + tenant.version()
                        + "\ntenant.now="
                        + Instant.ofEpochSecond(tenant.hosts().now())
                        + "\nfindings.total="
                        + tenant.findings()
                        + "\nhosts.total="
                        + tenant.hostOrder().all().length
                        + "\n");
    }
}
