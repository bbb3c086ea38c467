package io.penstock.platform.search;

import io.penstock.platform.db.EmbeddedPostgres;
import io.penstock.platform.db.PreparedDatabase;
import io.penstock.platform.db.ReadingSession;

import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

import javax.sql.DataSource;

/** A PostgreSQL of its own with the schema and the rows of its scripts. */
record SeededInventory(EmbeddedPostgres postgres, DataSource source) implements AutoCloseable {

    /** The plans are those of a {@link ReadingSession}; scripts write, so it is not read-only. */
    private static final String AS_READERS =
            "-c random_page_cost=1.1 -c plan_cache_mode=force_custom_plan";

    static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    static SeededInventory start(Path directory, String... scripts) {
        PreparedDatabase.lendTo(directory);
        var postgres = EmbeddedPostgres.start(directory, new Random(7));
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url("penstock"));
        source.setUser(EmbeddedPostgres.USER);
        source.setPassword(postgres.password());
        source.setOptions(AS_READERS);
        for (var script : scripts) {
            new ResourceDatabasePopulator(new ClassPathResource(script, SeededInventory.class))
                    .execute(source);
        }
        return new SeededInventory(postgres, source);
    }

    static QueryFields fields() {
        return new QueryFields(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    FindingSearch findings() {
        return findings(source, Duration.ofSeconds(5));
    }

    static FindingSearch findings(DataSource source, Duration timeout) {
        var reader = new InventoryReader(source, new SearchSettings(timeout, timeout));
        return new FindingSearch(reader, fields(), new FindingDetails(reader));
    }

    FindingCounts counts() {
        return counts(source);
    }

    static FindingCounts counts(DataSource source) {
        var reader =
                new InventoryReader(
                        source, new SearchSettings(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        return new FindingCounts(reader, fields(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Suggestions suggestions(DataSource source) {
        return new Suggestions(fields(), new ValueReader(source));
    }

    static AssetCounts assetCounts(DataSource source) {
        var reader =
                new InventoryReader(
                        source, new SearchSettings(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        return new AssetCounts(reader, fields());
    }

    AssetSearch assets() {
        return assets(source);
    }

    static AssetSearch assets(DataSource source) {
        var reader =
                new InventoryReader(
                        source, new SearchSettings(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        return new AssetSearch(reader, fields(), new AssetDetails(reader));
    }

    @Override
    public void close() {
        postgres.close();
    }
}
