package io.penstock.vendor.crowdstrike;

import io.penstock.vendor.crowdstrike.FalconServer.Answer;
import io.penstock.vendor.crowdstrike.FalconServer.Call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A vendor with findings in order of creation; its cursor is the last key, as in recordings. */
final class ScriptedFindings implements FalconServer.Script {

    private static final Pattern SINCE = Pattern.compile("created_timestamp:>='([^']*)'");
    private static final Pattern UNTIL = Pattern.compile("created_timestamp:<'([^']*)'");

    final List<RecordKey> rows = new ArrayList<>();
    boolean cursorsDie;
    boolean cursorOnLastPage = true;
    boolean lastCursorLeadsToStart;

    /** Adds findings with one timestamp and rising ids. */
    ScriptedFindings add(String timestamp, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new RecordKey(timestamp, "a_%06d".formatted(rows.size())));
        }
        return this;
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().equals(TokenKeeper.PATH)) {
            return FalconServer.token("token");
        }
        var after = call.first("after");
        if (!after.isEmpty() && cursorsDie) {
            return Answer.json(404, expired());
        }
        var since = SINCE.matcher(call.first("filter"));
        var from = since.find() ? since.group(1) : "";
        var until = UNTIL.matcher(call.first("filter"));
        var to = until.find() ? until.group(1) : "9";
        var all =
                rows.stream()
                        .filter(r -> r.timestamp().compareTo(from) >= 0)
                        .filter(r -> r.timestamp().compareTo(to) < 0)
                        .toList();
        if (call.first("sort").endsWith("desc")) {
            all = all.reversed();
        }
        var rest = all.stream().filter(r -> after.isEmpty() || r.isAfter(key(after))).toList();
        if (lastCursorLeadsToStart && rest.isEmpty() && !after.isEmpty()) {
            rest = all;
        }
        var page = rest.stream().limit(Integer.parseInt(call.first("limit"))).toList();
        var more = page.size() < rest.size() || (cursorOnLastPage && !page.isEmpty());
        return Answer.json(200, body(page, all.size(), more, Integer.parseInt(call.first("limit"))))
                .gzipped();
    }

    private static RecordKey key(String after) {
        var parts = after.split("_", 2);
        return new RecordKey(parts[0], parts[1]);
    }

    static String body(List<RecordKey> page, int total, boolean more, int limit) {
        var after = more ? page.getLast().timestamp() + "_" + page.getLast().id() : "";
        var records = page.stream().map(ScriptedFindings::row).collect(Collectors.joining(",\n"));
        return "{\n \"meta\": {\"query_time\": 1.97e-07, \"pagination\": {\"limit\": "
                + limit
                + ", \"total\": "
                + total
                + ", \"after\": \""
                + after
                + "\"}},\n \"resources\": ["
                + records
                + "]\n}\n";
    }

    private static String row(RecordKey key) {
        return """
        {"id": "%s", "cid": "c", "created_timestamp": "%s", "apps": [{"id": "x", "x": [1, {}]}],
         "cve": {"id": "CVE-1", "cwes": [""]}, "host_info": {"hostname": "h"}}\
        """
                .formatted(key.id(), key.timestamp());
    }

    private static String expired() {
        return """
        {"meta": {"pagination": {"limit": 400, "total": 0, "after": ""}, "powered_by": "spapi"},
         "resources": [], "errors": [{"code": 404,
         "message": "Search context expired, 'after' key no longer valid"}]}\
        """;
    }
}
