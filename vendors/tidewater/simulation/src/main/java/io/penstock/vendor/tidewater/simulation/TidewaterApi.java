package io.penstock.vendor.tidewater.simulation;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatedRequest;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Checks the key, then lists a range of records in the order of their numbers. */
final class TidewaterApi implements SimulatedApi {

    private static final int LIMIT_MAX = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String key;
    private final Map<String, List<? extends Row>> listings;
    private final String oracle;

    TidewaterApi(Scenario scenario, Account account) {
        this.key = scenario.clientSecret();
        var base = "/v1/" + scenario.clientId() + "/";
        this.listings =
                Map.of(
                        base + "machines", account.machines(),
                        base + "weaknesses", account.weaknesses());
        this.oracle =
                "machines.total="
                        + account.machines().size()
                        + "\nweaknesses.total="
                        + account.weaknesses().size()
                        + "\n";
    }

    private record Listing(List<? extends Row> records, long matching, long highest) {}

    private record Refusal(String error) {}

    @Override
    public SimulatedAnswer answer(SimulatedRequest request) {
        if (!request.header("x-tidewater-key").orElse("").equals(key)) {
            return answer(401, new Refusal("this key is not known"));
        }
        var rows = listings.get(request.path());
        if (rows == null) {
            return answer(404, new Refusal("there is no " + request.path()));
        }
        return answer(200, listing(rows, request));
    }

    private static Listing listing(List<? extends Row> rows, SimulatedRequest request) {
        var found = rows.stream().filter(row -> matches(row, request)).toList();
        var limit = Math.clamp(number(request, "limit", 100), 0, LIMIT_MAX);
        var highest = found.isEmpty() ? -1 : found.getLast().number();
        return new Listing(found.stream().limit(limit).toList(), found.size(), highest);
    }

    private static boolean matches(Row row, SimulatedRequest request) {
        return row.number() >= number(request, "from", 0)
                && row.number() < number(request, "below", Long.MAX_VALUE)
                && !row.changed().isBefore(moment(request, "changed_from", Instant.MIN))
                && row.changed().isBefore(moment(request, "changed_below", Instant.MAX));
    }

    private static long number(SimulatedRequest request, String name, long usual) {
        return request.parameter(name).map(Long::parseLong).orElse(usual);
    }

    private static Instant moment(SimulatedRequest request, String name, Instant usual) {
        return request.parameter(name).map(Instant::parse).orElse(usual);
    }

    private static SimulatedAnswer answer(int status, Object body) {
        return new SimulatedAnswer(
                status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
    }

    @Override
    public String oracle() {
        return oracle;
    }
}
