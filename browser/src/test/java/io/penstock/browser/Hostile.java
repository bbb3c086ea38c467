package io.penstock.browser;

import io.penstock.launcher.stack.PostgresFiles;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Texts that want to be more than text, as a machine or a vendor may send them: in the inventory
 * until they are closed, so that no picture shows them.
 */
final class Hostile implements AutoCloseable {

    static final String SCRIPT = "<script>alert(1)</script>";
    static final String IMAGE = "<img src=x onerror=alert(2)>";
    static final String TURNED = "\u202Egpj.exe\u202C host";

    /** How the name begins that is 10,000 characters long. */
    static final String LONG = "n".repeat(200);

    private static final int LONG_CHARACTERS = 10_000;

    private static final String KEEP =
            """
            create table plain_asset as select asset_id, name, operating_system from asset;
            create table plain_vulnerability as
                select vulnerability_id, name, description from vulnerability;
            """;

    private static final String NAME =
            """
            update asset set name = ?, operating_system = ? where asset_id = (
                select asset_id from asset a
                where exists (select from source_finding f where f.asset_id = a.asset_id)
                order by asset_id offset ? limit 1)
            """;

    private static final String TITLE =
            """
            update vulnerability set name = ?, description = ? where vulnerability_id in (
                select f.vulnerability_id from source_finding f join asset a using (asset_id)
                where a.name = ?)
            """;

    private static final String RESTORE =
            """
            update asset a set name = p.name, operating_system = p.operating_system
                from plain_asset p where p.asset_id = a.asset_id;
            update vulnerability v set name = p.name, description = p.description
                from plain_vulnerability p where p.vulnerability_id = v.vulnerability_id;
            drop table plain_asset, plain_vulnerability;
            """;

    private final Connection connection;

    private Hostile(Connection connection) {
        this.connection = connection;
    }

    /** Gives some assets and the findings of one of them such texts. */
    static Hostile sow(PostgresFiles postgres) throws SQLException {
        var connection =
                DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        var names = new String[] {SCRIPT, TURNED, "n".repeat(LONG_CHARACTERS)};
        try (var keep = connection.createStatement();
                var name = connection.prepareStatement(NAME);
                var title = connection.prepareStatement(TITLE)) {
            keep.execute(KEEP);
            for (var i = 0; i < names.length; i++) {
                name.setString(1, names[i]);
                name.setString(2, IMAGE);
                name.setInt(3, i);
                name.executeUpdate();
            }
            title.setString(1, IMAGE);
            title.setString(2, SCRIPT + TURNED);
            title.setString(3, SCRIPT);
            title.executeUpdate();
        }
        return new Hostile(connection);
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var restore = connection.createStatement()) {
            restore.execute(RESTORE);
        }
    }
}
