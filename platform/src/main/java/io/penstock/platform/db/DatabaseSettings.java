package io.penstock.platform.db;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data is.
 *
 * @param url of an external PostgreSQL 15 or newer, {@code jdbc:postgresql://…}; empty for our own
 * @param username for the external one
 * @param password for the external one; never printed
 * @param connections most connections of this process for its work, 4 to 200
 * @param readers most connections beside these for what people search, 2 to 100
 */
@ConfigurationProperties("penstock.database")
public record DatabaseSettings(
        String url, String username, String password, int connections, int readers) {

    public DatabaseSettings {
        if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "penstock.database.url must start with jdbc:postgresql: or be empty for the"
                            + " embedded PostgreSQL");
        }
        if (connections < 4 || connections > 200) {
            throw new IllegalArgumentException(
                    "penstock.database.connections is " + connections + ", allowed are 4 to 200");
        }
        if (readers < 2 || readers > 100) {
            throw new IllegalArgumentException(
                    "penstock.database.readers is " + readers + ", allowed are 2 to 100");
        }
    }

    public boolean embedded() {
        return url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + (embedded() ? "embedded" : "external") + "]";
    }
}
