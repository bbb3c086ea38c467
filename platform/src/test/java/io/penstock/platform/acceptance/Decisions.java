package io.penstock.platform.acceptance;

import static io.penstock.platform.score.ScoredTenant.finding;
import static io.penstock.platform.score.ScoredTenant.host;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.score.ScoredTenant;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides over HTTP as the administrator. */
record Decisions(ScoredTenant tenant) {

    /** Two hosts, each with findings of CVSS 10 and 5. */
    void load(Connection connection) {
        tenant.load(
                connection,
                List.of(host("a"), host("b")),
                List.of(
                        finding("f1", "a", "CVE-2026-1001", "10.0"),
                        finding("f2", "a", "CVE-2026-1002", "5.0"),
                        finding("f3", "b", "CVE-2026-1001", "10.0"),
                        finding("f4", "b", "CVE-2026-1002", "5.0")));
    }

    long found(String query) {
        return tenant.count("findings", query);
    }

    static String findings(UUID... ids) {
        return Stream.of(ids)
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(", ", "\"findings\": [", "]"));
    }

    static String onAsset(UUID id, String cve) {
        return "\"assets\": [\"" + id + "\"], \"cve\": \"" + cve + "\"";
    }

    String code(int status, String scope, String more) {
        return decide("RISK_ACCEPTED", scope, more, status).get("code").asString();
    }

    /** What {@code more} says of a field counts, because it comes last. */
    JsonNode decide(String kind, String scope, String more, int status) {
        var input =
                """
                {"kind": "%s", "scope": "%s", "reason": "Behind a wall", "until": "%s", %s}
                """
                        .formatted(kind, scope, later(), more);
        return tenant.call(status, "POST", "/api/v1/acceptances", input);
    }

    JsonNode revoke(int status, String uuid) {
        var input =
                """
                {"acceptances": ["%s"], "reason": "Was wrong"}
                """
                        .formatted(uuid);
        return tenant.call(status, "POST", "/api/v1/acceptances/revoke", input);
    }

    private static String later() {
        return Instant.now().plus(30, ChronoUnit.DAYS).toString();
    }
}
