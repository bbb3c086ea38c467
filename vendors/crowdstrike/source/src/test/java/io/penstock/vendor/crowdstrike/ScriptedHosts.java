package io.penstock.vendor.crowdstrike;

import io.penstock.vendor.crowdstrike.FalconServer.Answer;
import io.penstock.vendor.crowdstrike.FalconServer.Call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A vendor with hosts in order of first sight and a window of a set size. */
final class ScriptedHosts implements FalconServer.Script {

    private static final Pattern SINCE = Pattern.compile("first_seen_timestamp:>='([^']*)'");

    final List<RecordKey> rows = new ArrayList<>();
    final Set<String> goneAtEntities = new TreeSet<>();
    private final int window;

    ScriptedHosts(int window) {
        this.window = window;
    }

    ScriptedHosts add(String timestamp, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new RecordKey(timestamp, "c_%06d".formatted(rows.size())));
        }
        return this;
    }

    @Override
    public Answer answer(Call call) {
        return switch (call.path()) {
            case TokenKeeper.PATH -> FalconServer.token("token");
            case "/discover/queries/hosts/v1" -> ids(call);
            default -> entities(call);
        };
    }

    private Answer ids(Call call) {
        var offset = Integer.parseInt(call.first("offset"));
        var limit = Integer.parseInt(call.first("limit"));
        if (offset + limit > window) {
            return Answer.json(
                    400,
                    """
                    {"errors":[{"code":400,"message":"offset %d and limit %d are invalid"}],"resources":null}\
                    """
                            .formatted(offset, limit));
        }
        var since = SINCE.matcher(call.first("filter"));
        var from = since.find() ? since.group(1) : "";
        var all = rows.stream().filter(r -> r.timestamp().compareTo(from) >= 0).toList();
        var ids =
                all.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(r -> "\"" + r.id() + "\"")
                        .collect(Collectors.joining(","));
        return Answer.json(
                200,
                "{\"meta\":{\"pagination\":{\"offset\":%d,\"limit\":%d,\"total\":%d}},\"resources\":[%s]}"
                        .formatted(offset, limit, all.size(), ids));
    }

    private Answer entities(Call call) {
        var wanted = Set.copyOf(call.query().get("ids"));
        var records =
                rows.stream()
                        .filter(r -> wanted.contains(r.id()) && !goneAtEntities.contains(r.id()))
                        .map(r ->
                                "{\"id\":\""
                                        + r.id()
                                        + "\",\"first_seen_timestamp\":\""
                                        + r.timestamp()
                                        + "\"}")
                        .collect(Collectors.joining(","));
        return Answer.json(200, "{\"meta\":{},\"resources\":[" + records + "]}");
    }
}
