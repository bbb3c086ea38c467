package io.penstock.platform.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.TestPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.nio.file.Path;

import javax.sql.DataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {

    private static final String SECRET = "hush-hush-hush";

    private TestPlatform platform;
    private Connections connections;
    private String token;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = TestPlatform.start(data);
        connections = platform.bean(Connections.class);
        token = platform.adminToken();
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void isMadeWithItsDefaultProfileAndNeverShowsItsSecret() {
        var made = post("Made by API", "https://api.us-2.crowdstrike.com/oauth2/token", SECRET);
        assertThat(made).contains("\"profileUuid\":").contains("\"customerUuid\":");
        var connection = named("Made by API");

        var path = "/api/v1/connections/" + connection.uuid();
        assertThat(platform.call("GET", path, token, null).body())
                .contains("\"state\":\"REGISTERED\"")
                .contains("\"url\":\"https://api.us-2.crowdstrike.com\"")
                .doesNotContain("hush");
        assertThat(connections.profiles(connection)).hasSize(1);
        assertThat(connections.settingsWithSecrets(connection))
                .containsEntry("client-secret", SECRET);
        assertThat(
                        platform.bean(JdbcClient.class)
                                .sql(
                                        "select encode(secrets, 'escape') || settings::text from"
                                                + " connection")
                                .query(String.class)
                                .list())
                .noneMatch(stored -> stored != null && stored.contains("hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',     https://api.example.org, s,    400, SETTING_MISSING",
        "'  ',   https://api.example.org, s,    400, SETTING_MISSING",
        "No URL, '',                      s,    400, SETTING_MISSING",
        "Plain,  http://api.example.org,  s,    400, SETTING_URL",
        "No key, https://api.example.org, '',   400, SETTING_MISSING",
        "Long,   https://api.example.org, LONG, 400, SETTING_LENGTH",
        "LONG,   https://api.example.org, s,    400, SETTING_LENGTH",
    })
    void refusesWhatBreaksARule(String name, String url, String secret, int status, String code) {
        var answer =
                platform.call(
                        "POST",
                        "/api/v1/connections",
                        token,
                        json(stretched(name), url, stretched(secret)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void refusesATakenNameWhateverItsCase() {
        post("Taken", "https://api.example.org", SECRET);

        var answer =
                platform.call(
                        "POST",
                        "/api/v1/connections",
                        token,
                        json("TAKEN ", "https://api.example.org", SECRET));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("CONNECTION_NAME_TAKEN").doesNotContain("hush");
    }

    @Test
    void keepsTheSecretWhenAnEditLeavesItOut() {
        post("Edited", "https://api.example.org", SECRET);
        var before = named("Edited");

        var answer =
                platform.call(
                        "PUT",
                        "/api/v1/connections/" + before.uuid(),
                        token,
                        """
                        {"name":"Edited twice","settings":
                         {"url":"https://api.eu-1.crowdstrike.com","client-id":"new"}}
                        """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(connections.settingsWithSecrets(named("Edited twice")))
                .containsEntry("client-secret", SECRET)
                .containsEntry("client-id", "new")
                .containsEntry("url", "https://api.eu-1.crowdstrike.com");
    }

    @Test
    void isDeletedWithItsDataButNotDuringARun() {
        for (var other : connections.all(1)) {
            connections.delete(other);
        }
        post("Deleted", "https://api.example.org", SECRET);
        var connection = named("Deleted");
        new ResourceDatabasePopulator(
                        new ClassPathResource("io/penstock/platform/console/seed.sql"))
                .execute(platform.bean(DataSource.class));
        var path = "/api/v1/connections/" + connection.uuid();
        assertThat(platform.call("DELETE", path, token, null).statusCode()).isEqualTo(409);

        var jdbc = platform.bean(JdbcClient.class);
        jdbc.sql("update run set state = 'CANCELLED' where state = 'READING'").update();
        assertThat(platform.call("DELETE", path, token, null).statusCode()).isEqualTo(204);

        for (var table :
                new String[] {"asset", "asset_source", "finding", "run", "rejected_record"}) {
            assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void refusesASystemMapThatChangedUnderItsVersion() {
        var maps = platform.bean(SystemMaps.class);
        maps.store(1);
        var jdbc = platform.bean(JdbcClient.class);
        jdbc.sql("update transform_map set body = body || ' '").update();

        assertThatThrownBy(() -> maps.store(1))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("new version");

        jdbc.sql("update transform_map set body = rtrim(body, ' ')").update();
        maps.store(1);
    }

    private String post(String name, String url, String secret) {
        var answer = platform.call("POST", "/api/v1/connections", token, json(name, url, secret));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private Connection named(String name) {
        return connections.all(1).stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String stretched(String text) {
        return text.equals("LONG") ? "x".repeat(3_000) : text;
    }

    private static String json(String name, String url, String secret) {
        return """
        {"name":"%s","connector":"crowdstrike-onprem",
         "settings":{"url":"%s","client-id":"abc","client-secret":"%s"}}
        """
                .formatted(name, url, secret);
    }
}
