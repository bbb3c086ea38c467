package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.source.CheckStep;
import io.penstock.source.CheckStep.Outcome;
import io.penstock.vendor.crowdstrike.FalconServer.Answer;
import io.penstock.vendor.crowdstrike.FalconServer.Call;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ConnectionCheckTest {

    private static final String ROW =
            """
            {"meta":{"pagination":{"limit":1,"total":1234,"after":""}},
             "resources":[{"id":"i","aid":"a","created_timestamp":"2026-01-01T00:00:00Z",
             "cve":{"id":"CVE-1"},"host_info":{"hostname":"h"}}]}\
            """;

    private final java.util.HashSet<String> refused = new java.util.HashSet<>();

    private Answer answer(Call call) {
        if (refused.contains(call.path())) {
            return Answer.json(
                    403,
                    "{\"errors\":[{\"code\":403,\"message\":\"access denied, authorization"
                            + " failed\"}]}");
        }
        return switch (call.path()) {
            case TokenKeeper.PATH -> FalconServer.token("t").with("X-Cs-Region", "eu-1");
            case "/discover/queries/hosts/v1" ->
                    Answer.json(
                            200,
                            "{\"meta\":{\"pagination\":{\"total\":77}},\"resources\":[\"x\"]}");
            default -> Answer.json(200, ROW);
        };
    }

    private List<CheckStep> check(InstantSource clock) {
        try (var server = new FalconServer(this::answer)) {
            return server.session(ReadPlan.standard(), clock).check();
        }
    }

    private List<CheckStep> check() {
        return check(InstantSource.system());
    }

    private static CheckStep step(List<CheckStep> steps, String name) {
        return steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void namesTokenScopesAndARowOfEachStream() {
        var steps = check();
        assertThat(steps)
                .extracting(CheckStep::name)
                .containsExactly(
                        "Token",
                        "Vulnerabilities: Read",
                        "Assets: Read",
                        "Hosts: Read",
                        "Host groups: Read",
                        "One vulnerability",
                        "One host");
        assertThat(steps).extracting(CheckStep::outcome).containsOnly(Outcome.OK);
        assertThat(steps).extracting(CheckStep::hint).containsOnly("");
        assertThat(step(steps, "Token").sentence()).contains("region eu-1");
        assertThat(step(steps, "One vulnerability").sentence()).contains("1234 vulnerabilities");
        assertThat(step(steps, "One host").sentence()).contains("77 hosts");
    }

    @Test
    void aMissingScopeFailsItsStepAndSkipsItsRow() {
        refused.add(Endpoint.VULNERABILITIES.path());
        var steps = check();
        var scope = step(steps, "Vulnerabilities: Read");
        assertThat(scope.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(scope.hint()).contains("scope 'Vulnerabilities: Read'");
        assertThat(step(steps, "One vulnerability").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(step(steps, "One host").outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void aRecommendedScopeMayBeMissing() {
        refused.addAll(Set.of(Endpoint.DEVICES.path(), Endpoint.HOST_GROUPS.path()));
        var steps = check();
        assertThat(step(steps, "Hosts: Read").outcome()).isEqualTo(Outcome.OK);
        assertThat(step(steps, "Hosts: Read").sentence()).contains("recommended");
        assertThat(step(steps, "Host groups: Read").hint()).contains("access denied");
    }

    @Test
    void withoutATokenNothingElseIsTried() {
        refused.add(TokenKeeper.PATH);
        var steps = check();
        assertThat(steps.getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(steps.getFirst().sentence()).contains("refused the client secret");
        assertThat(steps.subList(1, steps.size()))
                .extracting(CheckStep::outcome)
                .containsOnly(Outcome.SKIPPED);
    }

    @Test
    void tellsWhenTheClocksDiffer() {
        var ahead = Instant.now().plusSeconds(600);
        assertThat(check(InstantSource.fixed(ahead)).getFirst().hint())
                .contains("ahead of the vendor's");
        var behind = Instant.now().minusSeconds(600);
        assertThat(check(InstantSource.fixed(behind)).getFirst().hint())
                .contains("behind the vendor's");
    }

    @Test
    void triesTheCombinedCallWhenHostsAreReadWithIt() {
        try (var server = new FalconServer(this::answer)) {
            var steps =
                    server.session(ReadPlan.standard(), Map.of("host-reading", "combined")).check();
            assertThat(steps).extracting(CheckStep::outcome).containsOnly(Outcome.OK);
            assertThat(server.callsTo(Endpoint.HOSTS_COMBINED.path())).hasSize(2);
            assertThat(server.callsTo(Endpoint.HOST_IDS.path())).isEmpty();
        }
    }
}
