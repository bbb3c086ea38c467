package io.penstock.platform.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A vendor's sensor on a machine: its host record and its findings, version by version. */
final class FleetSensor {

    private static final List<String> WORDS =
            List.of("open", "open", "closed", "reopen", "expired");

    private final FleetMachine machine;
    private final int connection;
    private final String id;
    private final Instant first;
    private final Map<String, Weakness> weaknesses = new LinkedHashMap<>();
    private Instant last;
    private String record = "";
    private boolean alive = true;

    /** A finding as the vendor has it now. */
    private record Weakness(String word, Instant updated, boolean reported) {}

    FleetSensor(FleetMachine machine, int connection, int number, Instant now) {
        this.machine = machine;
        this.connection = connection;
        this.id = "c" + connection + "s" + number;
        this.first = now;
        this.last = now;
    }

    FleetMachine machine() {
        return machine;
    }

    int connection() {
        return connection;
    }

    String id() {
        return id;
    }

    boolean alive() {
        return alive;
    }

    void end() {
        alive = false;
    }

    /** The machine reports itself, and what is weak in it moves. */
    void live(Instant now, Random random) {
        alive = alive && !machine.retired();
        if (!alive) {
            return;
        }
        last = now;
        record = hostRecord();
        for (var number = 1; number <= 3; number++) {
            var weakness = weaknesses.get("CVE-2026-100" + number);
            if (weakness == null || random.nextInt(3) == 0) {
                var word = weakness == null ? "open" : WORDS.get(random.nextInt(WORDS.size()));
                var reported = random.nextInt(8) > 0;
                weaknesses.put(
                        "CVE-2026-100" + number,
                        new Weakness(word, now.minusSeconds(60L * random.nextInt(90)), reported));
            }
        }
    }

    /** A full run brings everything the vendor has, a delta what changed in this step. */
    Stream<String> hosts(boolean full, Instant now) {
        return record.isEmpty() || (!full && !last.equals(now))
                ? Stream.empty()
                : Stream.of(record);
    }

    Stream<String> findings(boolean full, Instant now) {
        return weaknesses.entrySet().stream()
                .filter(w -> w.getValue().reported())
                .filter(w -> full || w.getValue().updated().isAfter(now.minusSeconds(86_400)))
                .map(w -> findingRecord(w.getKey(), w.getValue()));
    }

    private String hostRecord() {
        return String.format(
                Locale.ROOT,
                """
                {"id": "c_%s", "cid": "c", "aid": "%s", "hostname": "%s",
                 "system_serial_number": "%s", "bios_manufacturer": "Dell Inc.",
                 "first_seen_timestamp": "%s", "last_seen_timestamp": "%s",
                 "network_interfaces": [{"local_ip": "%s", "mac_address": "%s"}]}
                """,
                id,
                id,
                machine.name(),
                machine.serial(),
                first,
                last,
                machine.address(),
                machine.card());
    }

    private String findingRecord(String cve, Weakness weakness) {
        return String.format(
                Locale.ROOT,
                """
                {"id": "%s_%s", "cid": "c", "aid": "%s", "vulnerability_id": "%s", "status": "%s",
                 "created_timestamp": "%s", "updated_timestamp": "%s",
                 "cve": {"id": "%s", "severity": "HIGH"}, "host_info": {"hostname": "%s"}}
                """,
                id,
                cve,
                id,
                cve,
                weakness.word(),
                first,
                weakness.updated(),
                cve,
                machine.name());
    }
}
