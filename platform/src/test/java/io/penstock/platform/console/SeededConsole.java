package io.penstock.platform.console;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestBrowser;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

/** A platform with one connection, three runs and hostile texts, and who looks at it. */
public final class SeededConsole implements AutoCloseable {

    public static final String COMPLETE = "00000000-0000-4000-8000-000000000001";
    public static final String INCOMPLETE = "00000000-0000-4000-8000-000000000002";
    public static final String READING = "00000000-0000-4000-8000-000000000003";

    private static final int TENANT = 1;

    private final TestPlatform platform;
    private final Connection connection;
    private final TestBrowser admin;

    private SeededConsole(TestPlatform platform, Connection connection) {
        this.platform = platform;
        this.connection = connection;
        this.admin = TestBrowser.signedIn(platform, "admin", platform.firstPassword());
    }

    public static SeededConsole start(Path data, String... more) {
        var platform = TestPlatform.start(data, more);
        var made = connect(platform, "<b>Main</b>\u202Etenant");
        new ResourceDatabasePopulator(new ClassPathResource("seed.sql", SeededConsole.class))
                .execute(platform.bean(DataSource.class));
        // As the database does by itself some moments after a load.
        platform.bean(JdbcClient.class).sql("analyze").update();
        return new SeededConsole(platform, made);
    }

    private static Connection connect(TestPlatform platform, String name) {
        var settings =
                Map.of(
                        "url", "http://127.0.0.1:9/oauth2/token",
                        "client-id", "abc",
                        "client-secret", "hush-hush-hush");
        return platform.bean(Connections.class)
                .create(TENANT, new NewConnection("crowdstrike-onprem", name, "", settings));
    }

    /** One more connection, without a run. */
    public Connection connect(String name) {
        return connect(platform, name);
    }

    public TestPlatform platform() {
        return platform;
    }

    public JdbcClient jdbc() {
        return platform.bean(JdbcClient.class);
    }

    /** The one that the runs are of. */
    public Connection connection() {
        return connection;
    }

    public TestBrowser admin() {
        return admin;
    }

    public TestBrowser viewer() {
        var name = "viewer-" + System.nanoTime();
        var user = platform.bean(Users.class).create(TENANT, name, Role.VIEWER);
        return TestBrowser.signedIn(platform, name, user.password());
    }

    @Override
    public void close() {
        platform.close();
    }
}
