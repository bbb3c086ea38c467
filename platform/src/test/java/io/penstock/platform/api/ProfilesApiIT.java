package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Profiles and whole set-ups over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilesApiIT {

    private TestApi platform;
    private String map = "";
    private int version;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestApi.start(data);
        var first = platform.get("/api/v1/maps?connector=crowdstrike-onprem").get("rows").get(0);
        map = first.get("uuid").asString();
        version = first.get("version").asInt();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void addsEditsAndRemovesAProfile() {
        var path = profiles(platform.connect());
        var made = platform.admin(201, "POST", path, json("Weekly", ",\"version\":" + version));
        assertThat(made.get("active").asBoolean()).isTrue();
        assertThat(made.get("map").get("followed").asBoolean()).isFalse();
        var one = path + "/" + made.get("uuid").asString();

        var changed = platform.admin(200, "PUT", one, json("Weekly", ",\"active\":false"));
        assertThat(changed.get("active").asBoolean()).isFalse();
        assertThat(changed.get("map").get("followed").asBoolean()).isTrue();
        assertThat(platform.get(path).size()).isEqualTo(2);

        platform.admin(204, "DELETE", one, null);
        assertThat(platform.code(404, "DELETE", one)).isEqualTo("PROFILE_UNKNOWN");
    }

    @Test
    void refusesWhatBreaksARule() {
        var path = profiles(platform.connect());
        assertThat(code(400, path, "{\"name\":\" \",\"map\":\"" + map + "\"}"))
                .isEqualTo("SETTING_MISSING");
        assertThat(code(400, path, "{\"name\":\"No map\"}")).isEqualTo("SETTING_MISSING");
        assertThat(code(404, path, json("Old", ",\"version\":99"))).isEqualTo("MAP_UNKNOWN");
        assertThat(code(409, path, json("DEFAULT", ""))).isEqualTo("PROFILE_NAME_TAKEN");
        assertThat(code(400, path, json("x".repeat(201), ""))).isEqualTo("SETTING_LENGTH");
        for (var i = 1; i < 20; i++) {
            platform.admin(201, "POST", path, json("Profile " + i, ""));
        }
        assertThat(code(409, path, json("One more", ""))).isEqualTo("PROFILES_FULL");
    }

    @Test
    void keepsTheLastOneAndThoseThatRan() {
        var connection = platform.connect();
        var path = profiles(connection);
        var only = path + "/" + platform.profile(connection);
        assertThat(platform.code(409, "DELETE", only)).isEqualTo("PROFILE_LAST");

        platform.admin(201, "POST", path, json("Other", ""));
        run(connection, "READING");
        assertThat(platform.code(409, "DELETE", only)).isEqualTo("PROFILE_BUSY");
        platform.jdbc()
                .sql("update run set state = 'CANCELLED' where connection_id = ?")
                .param(connection.id())
                .update();
        assertThat(platform.code(409, "DELETE", only)).isEqualTo("PROFILE_HAS_RUNS");
    }

    @Test
    void anotherMapMakesTheNextRunReadEverythingAndInactiveTakesOrdersBack() {
        var connection = platform.connect();
        var path = profiles(connection);
        var one = path + "/" + platform.profile(connection);
        var before = epoch(connection);
        platform.admin(200, "PUT", one, json("Renamed", ""));
        assertThat(epoch(connection)).isEqualTo(before);

        platform.admin(202, "POST", one + "/run-orders", null);
        var other =
                platform.admin(
                                201,
                                "POST",
                                "/api/v1/maps/" + map + "/clone",
                                "{\"name\":\"Profile test\"}")
                        .get("uuid")
                        .asString();
        platform.admin(200, "PUT", one, json("Renamed", ",\"active\":false").replace(map, other));
        assertThat(epoch(connection)).isGreaterThan(before);
        assertThat(platform.get("/api/v1/connections/" + connection.uuid() + "/run-orders").size())
                .isZero();
    }

    @Test
    void makesAConnectionWithProfilesAndRulesOrNothing() {
        var body =
                """
                {"name":"Whole","connector":"crowdstrike-onprem","scope":{"findings":"VULNERABILITY"},
                 "settings":{"url":"https://api.example.org","client-id":"a","client-secret":"b"},
                 "profiles":[%s,%s],"rules":[{"rule":"serial","on":true},{"rule":"%s","on":true}]}
                """;
        var first = json("First", "");
        var second = json("Second", "");
        var all = "/api/v1/connections";
        platform.admin(400, "POST", all, body.formatted(first, second, "x"));
        platform.admin(409, "POST", all, body.formatted(first, json("first", ""), "mac"));
        assertThat(platform.get("/api/v1/connections").toString()).doesNotContain("Whole");

        var made =
                platform.admin(
                        201,
                        "POST",
                        "/api/v1/connections",
                        body.formatted(first, json("Second", ""), "mac"));
        var path = "/api/v1/connections/" + made.get("uuid").asString();
        var shown = platform.get(path);
        assertThat(shown.get("profiles").size()).isEqualTo(2);
        assertThat(shown.get("scope").get("direction").asString()).isEqualTo("IMPORT");
        var rules = platform.get(path + "/identification");
        assertThat(rules.get("custom").asBoolean()).isTrue();
        assertThat(
                        platform.admin(
                                        400,
                                        "POST",
                                        "/api/v1/connections",
                                        body.replace("VULNERABILITY", "WEATHER")
                                                .formatted(first, json("Second", ""), "mac"))
                                .get("code")
                                .asString())
                .isEqualTo("SETTING_CHOICE");
    }

    private void run(Connection connection, String state) {
        platform.jdbc()
                .sql(
                        """
                        insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id,
                            trigger, kind, state, window_until, engine_uuid, engine_version,
                            engine_host, lease, lease_until, opened_at)
                        select tenant_id, gen_random_uuid(), connection_id, profile_id, map_id,
                            'cron', 'FULL', ?, now(), gen_random_uuid(), '1', 'vm',
                            gen_random_uuid(), now() + interval '1 hour', now()
                        from profile where connection_id = ? and name = 'Default'
                        """)
                .params(state, connection.id())
                .update();
    }

    private int epoch(Connection connection) {
        return platform.jdbc()
                .sql("select max(reading_epoch) from profile where connection_id = ?")
                .param(connection.id())
                .query(Integer.class)
                .single();
    }

    private String code(int status, String path, String body) {
        return platform.admin(status, "POST", path, body).get("code").asString();
    }

    private String json(String name, String more) {
        return "{\"name\":\"" + name + "\",\"map\":\"" + map + "\"" + more + "}";
    }

    private static String profiles(Connection connection) {
        return "/api/v1/connections/" + connection.uuid() + "/profiles";
    }
}
