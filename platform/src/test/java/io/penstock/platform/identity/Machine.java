package io.penstock.platform.identity;

import java.util.Locale;

/**
 * A machine as one source reports it; what is empty is not reported.
 *
 * @param aid the source's own key of it
 * @param days first and last day of 2026 on which it was seen
 */
record Machine(String aid, String name, String serial, String mac, String ip, int[] days) {

    static Machine of(String aid, String name, String serial) {
        return new Machine(aid, name, serial, "", "10.9.8.7", new int[] {1, 10});
    }

    Machine named(String other) {
        return new Machine(aid, other, serial, mac, ip, days);
    }

    Machine withMac(String other) {
        return new Machine(aid, name, serial, other, ip, days);
    }

    Machine at(String address) {
        return new Machine(aid, name, serial, mac, address, days);
    }

    Machine seen(int first, int last) {
        return new Machine(aid, name, serial, mac, ip, new int[] {first, last});
    }

    String json() {
        var json = new StringBuilder("{\"id\": \"c_" + aid + "\", \"cid\": \"c\"");
        text(json, "aid", aid);
        text(json, "hostname", name);
        text(json, "system_serial_number", serial);
        text(json, "first_seen_timestamp", day(days[0]));
        text(json, "last_seen_timestamp", day(days[1]));
        json.append(", \"network_interfaces\": [{\"local_ip\": \"").append(ip).append('"');
        text(json, "mac_address", mac);
        return json.append("}]}").toString();
    }

    String finding(String id, String cve, int day) {
        return String.format(
                Locale.ROOT,
                "{\"id\": \"%s\", \"cid\": \"c\", \"aid\": \"%s\", \"vulnerability_id\": \"%s\","
                        + " \"status\": \"open\", \"confidence\": \"confirmed\","
                        + " \"created_timestamp\": \"%s\", \"updated_timestamp\": \"%s\","
                        + " \"cve\": {\"id\": \"%s\", \"severity\": \"HIGH\"}}",
                id,
                aid,
                cve,
                day(day),
                day(day),
                cve);
    }

    private static void text(StringBuilder json, String field, String value) {
        if (!value.isEmpty()) {
            json.append(", \"").append(field).append("\": \"").append(value).append('"');
        }
    }

    private static String day(int day) {
        return String.format(Locale.ROOT, "2026-01-%02dT00:00:00Z", day);
    }
}
