package io.penstock.query;

import io.penstock.query.QueryField.FieldHelp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few fields of every type and shape, over made-up tables. */
final class SampleCatalogue {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private static final Map<FieldType, String> EXAMPLES =
            Map.of(
                    FieldType.NUMBER, "5",
                    FieldType.DATE, "now-7d",
                    FieldType.BOOLEAN, "true",
                    FieldType.UUID, "6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11");

    private static final Frame HOST =
            new Frame("host in (select h.id from h where h.tenant = :tenant and {})");
    private static final Frame PORTS =
            new Frame("exists (select 1 from p where p.tenant = :tenant and {})");

    private static final Frame OWNERS =
            new Frame("p.owner in (select o.id from o where o.tenant = :tenant and {})");

    private SampleCatalogue() {}

    static FieldCatalogue catalogue() {
        return new FieldCatalogue(
                fields(),
                List.of(title(), cve()),
                Map.of("port", List.of(PORTS), "port.owner", List.of(PORTS, OWNERS)),
                unavailable());
    }

    static CompiledQuery compile(String text) {
        return SqlCompiler.compile(Checker.check(Parser.parse(text), catalogue(), NOW));
    }

    private static List<QueryField> fields() {
        var inPorts = SqlShape.column("p.number").in(PORTS);
        return List.of(
                title(),
                cve(),
                field("finding.severity", FieldType.NUMBER, SqlShape.column("severity"), "sev"),
                field("finding.score", FieldType.NUMBER, SqlShape.column("score")),
                field("finding.firstFoundDate", FieldType.DATE, SqlShape.column("first_found")),
                field("finding.isSuppressed", FieldType.BOOLEAN, SqlShape.column("suppressed")),
                field("finding.id", FieldType.UUID, SqlShape.column("finding_id")),
                status(),
                field("asset.name", FieldType.TEXT, lowerName().in(HOST), "name"),
                field(
                        "asset.inventory.source",
                        FieldType.TEXT,
                        SqlShape.column("label"),
                        "inventory.source"),
                field("finding.age", FieldType.NUMBER, SqlShape.daysSince("first_found")),
                field("port.owner.name", FieldType.TEXT, owner("o.name")),
                field("port.owner.floor", FieldType.NUMBER, owner("o.floor")),
                field("port.number", FieldType.NUMBER, inPorts),
                field("port.protocol", FieldType.TEXT, SqlShape.column("p.protocol").in(PORTS)));
    }

    private static List<UnavailableField> unavailable() {
        return List.of(
                new UnavailableField("finding.qid", "no source has such numbers", "finding.id"),
                new UnavailableField("software.*", "software is not kept", ""),
                new UnavailableField("port.state", "only open ports are kept", "port.number"));
    }

    private static SqlShape owner(String expression) {
        return SqlShape.column(expression).in(OWNERS).in(PORTS);
    }

    private static SqlShape lowerName() {
        return SqlShape.column("lower(h.name)").matching(TextMatch.LOWER_WORDS);
    }

    private static QueryField title() {
        return field("finding.title", FieldType.TEXT, SqlShape.column("title"));
    }

    private static QueryField cve() {
        return field(
                "finding.cveId",
                FieldType.TEXT,
                SqlShape.column("cve_id").matching(TextMatch.UPPER_KEY));
    }

    private static QueryField status() {
        var values = new LinkedHashMap<String, Object>();
        values.put("NEW", 1);
        values.put("ACTIVE", 2);
        values.put("FIXED", 3);
        values.put("REOPENED", 4);
        return new QueryField(
                "finding.status",
                List.of(),
                FieldType.ENUM,
                new FieldHelp("State of the finding.", "finding.status:NEW"),
                values,
                SqlShape.column("status"));
    }

    private static QueryField field(
            String name, FieldType type, SqlShape shape, String... aliases) {
        return new QueryField(
                name,
                List.of(aliases),
                type,
                new FieldHelp("A sample.", name + ":" + EXAMPLES.getOrDefault(type, "`x`")),
                Map.of(),
                shape);
    }
}
