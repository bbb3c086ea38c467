package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

/** Rules, their order per connection, simulation, jobs and doubts (S-056 to S-061). */
class RulesIT {

    private static final String RULES = "/api/v1/identification/rules";
    private static final String SIMULATIONS = "/api/v1/identification/simulations";
    private static final Machine A1 = Machine.of("a1", "web-1", "SN-4711-XY").seen(1, 10);
    private static final Machine B1 =
            Machine.of("b1", "web-b", "SN-4711-XY").at("10.0.0.2").seen(2, 10);
    private static final Machine C1 =
            Machine.of("c1", "web-c", "SN-4711-XY").at("10.0.0.3").seen(3, 10);

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @BeforeEach
    void clear() {
        sources.clear();
    }

    @Test
    void theSystemsRulesAreListedInOrderWithWords() {
        var rules = sources.call(200, "GET", RULES, null).get("rules");

        assertThat(rules.valueStream().map(r -> r.get("key").asString()))
                .startsWith("native-key", "instance", "hardware-uuid", "serial")
                .endsWith("ip-network");
        assertThat(rules.get(0).get("locked").asBoolean()).isTrue();
        assertThat(rules.valueStream()).allMatch(r -> !r.get("explanation").asString().isBlank());
    }

    @Test
    void aRuleThatIsOffIsOffForThatConnectionOnly() {
        order("B", "[{\"rule\": \"hostname\", \"on\": true}]", 200);
        sources.work();
        sources.report("A", A1);
        sources.report("B", B1);
        sources.report("C", C1);

        assertThat(sources.assets()).containsExactly("a1+c1", "b1");
    }

    @Test
    void hostsAreIdentifiedAnewWhenARuleIsSwitchedOffAndOn() {
        sources.report("A", A1);
        sources.report("B", B1);
        assertThat(sources.assets()).containsExactly("a1+b1");

        order("B", "[{\"rule\": \"hostname\", \"on\": true}]", 200);
        assertThat(sources.assets()).containsExactly("a1+b1");
        sources.work();
        assertThat(sources.assets()).containsExactly("a1", "b1");

        var reset = sources.call(200, "DELETE", path("B") + "/rules", null);
        assertThat(reset.get("custom").asBoolean()).isFalse();
        sources.work();
        assertThat(sources.assets()).containsExactly("a1+b1");
        var jobs = sources.call(200, "GET", "/api/v1/identification/jobs", null).get("rows");
        assertThat(jobs.get(0).get("phase").asString()).isEqualTo("DONE");
        assertThat(jobs.get(0).get("moved").asInt()).isEqualTo(1);
        assertThat(jobs.get(0).get("hostsDone").asInt()).isEqualTo(2);
        assertThat(jobs.get(0).get("reason").asString()).contains("were reset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IDENTIFICATION_RULES | [{"rule": "serial", "on": false}]
                    IDENTIFICATION_RULES | []
                    IDENTIFICATION_RULES | [{"rule": "serial", "on": true}, {"rule": "native-key", "on": true}]
                    IDENTIFICATION_RULES | [{"rule": "native-key", "on": false}, {"rule": "mac", "on": true}]
                    IDENTIFICATION_RULES | [{"rule": "no-such", "on": true}]
                    IDENTIFICATION_RULES | [{"rule": "mac", "on": true}, {"rule": "mac", "on": true}]
                    RULES_LIST           | [{"rule": "mac"}]
                    RULES_LIST           | null
                    """)
    void anOrderThatCannotBeIsRefusedInOneSentence(String code, String rules) {
        var refused = order("A", rules, 400);

        assertThat(refused.get("code").asString()).isEqualTo(code);
        assertThat(refused.get("detail").asString()).endsWith(".");
        assertThat(sources.call(200, "GET", path("A"), null).get("custom").asBoolean()).isFalse();
        assertThat(sources.count("identity_job")).isZero();
    }

    @Test
    void aRuleOfOnesOwnIsUsedOnceItIsOnAndNotDeletedWhileItIsTheLast() {
        sources.report("A", Machine.of("a1", "app", "SN-1111-AA").at("10.1.1.1").seen(1, 9));
        sources.report("B", Machine.of("b1", "app", "").at("10.1.1.2").seen(2, 9));
        order("B", "[{\"rule\": \"mac\", \"on\": true}]", 200);
        sources.work();
        assertThat(sources.assets()).containsExactly("a1", "b1");
        var rule = create("My names", "[\"hostname\"]", 201).get("key").asString();
        order("B", "[{\"rule\": \"" + rule + "\", \"on\": true}]", 200);
        sources.work();

        assertThat(sources.assets()).containsExactly("a1+b1");
        assertThat(code(409, "DELETE", RULES + "/" + rule)).isEqualTo("IDENTIFICATION_RULE_LAST");
        assertThat(code(409, "DELETE", RULES + "/serial")).isEqualTo("IDENTIFICATION_RULE_SYSTEM");
        assertThat(code(404, "DELETE", RULES + "/user-x")).isEqualTo("IDENTIFICATION_RULE_UNKNOWN");
        assertThat(create("my NAMES", "[\"mac\"]", 409).get("code").asString())
                .isEqualTo("IDENTIFICATION_RULE_LABEL");

        sources.call(
                200,
                "PUT",
                RULES + "/" + rule,
                "{\"label\": \"My names\", \"attributes\": [\"serial\", \"hostname\"]}");
        sources.work();
        assertThat(sources.assets()).containsExactly("a1", "b1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"label": "x", "attributes": ["ip"]}
                    {"label": "x", "attributes": ["colour"]}
                    {"label": "x", "attributes": []}
                    {"label": "", "attributes": ["mac"]}
                    {"attributes": ["mac", "ip", "serial", "fqdn"], "label": "x"}
                    {}
                    """)
    void aRuleThatCannotBeIsRefused(String body) {
        var refused = sources.call(400, "POST", RULES, body);

        assertThat(refused.get("code").asString()).isEqualTo("IDENTIFICATION_RULE");
        assertThat(sources.count("identification_rule")).isZero();
    }

    @Test
    void aSimulationTellsWhatRulesWouldDoAndWritesNothing() {
        sources.report("A", A1, Machine.of("a2", "db-2", "SN-2222-AA").at("10.0.0.22"));
        sources.report("B", B1, Machine.of("b2", "db-x", "").at("10.0.0.22"));
        assertThat(sources.assets()).containsExactly("a1+b1", "a2", "b2");
        var before = sources.state();

        var split =
                sources.call(
                                200,
                                "POST",
                                SIMULATIONS,
                                """
                                {"connection": "%s", "rules": [{"rule": "hostname", "on": true}]}
                                """
                                        .formatted(sources.connection("B").uuid()))
                        .get("comparison");
        var merged =
                sources.call(
                        200,
                        "POST",
                        SIMULATIONS,
                        """
                        {"rules": [{"rule": "serial", "on": true}, {"rule": "proposed", "on": true}],
                         "rule": {"label": "x", "attributes": ["serial", "ip"]}}
                        """);

        assertThat(split.get("split").asInt()).isEqualTo(1);
        assertThat(split.get("unchanged").asInt()).isEqualTo(2);
        assertThat(split.get("splitSamples").get(0).get("hostIds")).hasSize(2);
        assertThat(merged.get("complete").asBoolean()).isTrue();
        assertThat(merged.get("comparison").get("unchanged").asInt()).isEqualTo(3);
        assertThat(sources.state()).isEqualTo(before);
    }

    @Test
    void storedHostsWithoutKeysGetThemAtTheStart() {
        sources.report("A", A1);
        sources.runs().jdbc().sql("delete from host_key").update();
        sources.runs().jdbc().sql("update asset_source set keys = null").update();
        var jobs = sources.bean(IdentityJobs.class);
        sources.report("B", B1);
        assertThat(sources.assets()).containsExactly("a1", "b1");
        assertThat(jobs.keyless(Sources.tenant())).isTrue();

        sources.bean(IdentityWorker.class).start();

        assertThat(jobs.newest(Sources.tenant(), 9))
                .extracting(IdentityJob::askedBy)
                .containsExactly("Penstock");
        sources.work();

        assertThat(sources.assets()).containsExactly("a1+b1");
        assertThat(jobs.keyless(Sources.tenant())).isFalse();
    }

    @Test
    void theMoreTrustedSourceGivesTheValues() {
        sources.report("A", A1);
        sources.report("B", B1);
        sources.call(200, "PUT", path("A") + "/trust", "{\"trust\": 200}");
        sources.work();
        assertThat(sources.text("select name from asset")).isEqualTo("web-b");

        sources.call(200, "PUT", path("A") + "/trust", "{\"trust\": 1}");
        sources.work();

        assertThat(sources.text("select name from asset")).isEqualTo("web-1");
        assertThat(sources.text("select origins #>> '{assetName,hostId}' from asset"))
                .isEqualTo(sources.host("a1").toString());
        var refused = sources.call(400, "PUT", path("A") + "/trust", "{\"trust\": 0}");
        assertThat(refused.get("code").asString()).isEqualTo("TRUST_RANGE");
    }

    @Test
    void aRecordThatFitsTwoMachinesIsListedForAPerson() {
        order("B", "[{\"rule\": \"serial\", \"on\": true}]", 200);
        sources.work();
        sources.report("A", Machine.of("a1", "app", "").at("10.1.1.1").seen(1, 9));
        sources.report("B", Machine.of("b1", "app", "").at("10.1.1.2").seen(2, 9));
        sources.report("C", Machine.of("c1", "app", "").at("10.1.1.3").seen(3, 9));

        var rows = sources.call(200, "GET", "/api/v1/identification/ambiguous", null).get("rows");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("record").asString()).isEqualTo(sources.host("c1").toString());
        assertThat(rows.get(0).get("rule").asString()).isEqualTo("hostname");
        assertThat(sources.assets()).hasSize(2);
    }

    @Test
    void aValueThatDifferentMachinesCarryIsListed() {
        var mac = "3C-5A-B4-00-11-22";
        sources.report("A", Machine.of("a1", "one", "SN-1111-AA").withMac(mac).at("10.1.1.1"));
        sources.report("B", Machine.of("b1", "two", "SN-2222-BB").withMac(mac).at("10.1.1.2"));

        var rows = sources.call(200, "GET", "/api/v1/identification/suspicious", null).get("rows");

        assertThat(sources.assets()).containsExactly("a1", "b1");
        assertThat(rows.valueStream().map(r -> r.get("rule").asString())).contains("mac");
        assertThat(rows.get(0).get("records")).hasSize(2);
        assertThat(code(400, "GET", "/api/v1/identification/ambiguous?after=x"))
                .isEqualTo("CURSOR_UNREADABLE");
        assertThat(code(400, "GET", "/api/v1/identification/suspicious?limit=0"))
                .isEqualTo("LIMIT_RANGE");
    }

    private static String code(int status, String method, String path) {
        return sources.call(status, method, path, null).get("code").asString();
    }

    private static JsonNode create(String label, String attributes, int status) {
        var body = "{\"label\": \"%s\", \"attributes\": %s}".formatted(label, attributes);
        return sources.call(status, "POST", RULES, body);
    }

    private static String path(String source) {
        return "/api/v1/connections/" + sources.connection(source).uuid() + "/identification";
    }

    private static JsonNode order(String source, String rules, int status) {
        return sources.call(status, "PUT", path(source) + "/rules", "{\"rules\": " + rules + "}");
    }
}
