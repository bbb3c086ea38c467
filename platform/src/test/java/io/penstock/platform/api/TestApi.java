package io.penstock.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A platform with its users, and calls that answer with JSON. */
final class TestApi implements AutoCloseable {

    private final TestPlatform platform;
    private final String customer;
    private final String admin;
    private final String engine;

    private TestApi(TestPlatform platform) {
        this.platform = platform;
        this.customer = platform.bean(Tenants.class).customerUuid(1).toString();
        this.admin = platform.adminToken();
        var user = platform.bean(Users.class).create(1, "engine", Role.ENGINE);
        this.engine = platform.token("engine", user.password());
    }

    static TestApi start(Path data, String... more) {
        return new TestApi(TestPlatform.start(data, more));
    }

    TestPlatform platform() {
        return platform;
    }

    Connection connect() {
        return platform.bean(Connections.class)
                .create(
                        1,
                        new NewConnection(
                                "crowdstrike-onprem",
                                "Connection " + UUID.randomUUID(),
                                "",
                                Map.of(
                                        "url", "http://127.0.0.1:9",
                                        "client-id", "abc",
                                        "client-secret", "hush-hush-hush")));
    }

    UUID profile(Connection connection) {
        return platform.bean(Connections.class).profiles(connection).getFirst().uuid();
    }

    JdbcClient jdbc() {
        return platform.bean(JdbcClient.class);
    }

    JsonNode get(String path) {
        return admin(200, "GET", path, null);
    }

    /** The code of a refusal. */
    String code(int status, String method, String path) {
        return admin(status, method, path, null).get("code").asString();
    }

    JsonNode admin(int status, String method, String path, @Nullable String body) {
        return call(status, method, path, admin, body);
    }

    JsonNode engine(int status, String method, String path, @Nullable String body) {
        return call(status, method, path, engine, body);
    }

    JsonNode call(int status, String method, String path, String token, @Nullable String body) {
        var sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var answer =
                platform.send(
                        platform.request(path)
                                .method(method, sent)
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .header("Penstock-Customer", customer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    @Override
    public void close() {
        platform.close();
    }
}
