package io.penstock.platform.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.FindingHistory;
import io.penstock.core.finding.FindingKey;
import io.penstock.platform.db.EmbeddedPostgres;
import io.penstock.testkit.SharedPrograms;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/** Findings and events as they were before records had histories, and what becomes of them. */
class FindingMigrationIT {

    private static final String OWN = "V20261128141000";

    private static EmbeddedPostgres postgres;
    private static PGSimpleDataSource source;
    private static JdbcClient jdbc;

    @BeforeAll
    static void migrate(@TempDir Path directory) throws IOException {
        SharedPrograms.lendTo(directory);
        postgres = EmbeddedPostgres.start(directory, new Random(7));
        source = new PGSimpleDataSource();
        source.setUrl(postgres.url("penstock"));
        source.setUser(EmbeddedPostgres.USER);
        source.setPassword(postgres.password());
        jdbc = JdbcClient.create(source);
        run(scripts(name -> name.compareTo(OWN) < 0));
        run(new ClassPathResource("old-findings.sql", FindingMigrationIT.class));
        run(scripts(name -> name.startsWith(OWN)));
    }

    private static Resource[] scripts(Predicate<String> wanted) throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver()
                                .getResources("classpath:db/migration/*.sql"))
                .filter(script -> wanted.test(String.valueOf(script.getFilename())))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toArray(Resource[]::new);
    }

    private static void run(Resource... scripts) {
        new ResourceDatabasePopulator(scripts).execute(source);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private record Row(
            UUID id,
            String name,
            String cve,
            long key,
            int status,
            String fixedAt,
            String reopenedAt) {}

    @Test
    void sqlMakesTheKeysThatJavaMakes() {
        var keys = new FindingKey();
        assertThat(rows())
                .hasSize(7)
                .allSatisfy(row ->
                        assertThat(row.key()).isEqualTo(keys.of(row.cve(), null, row.name(), "")));
    }

    @Test
    void theWordsOfEveryRecordFoldToItsRow() throws SQLException {
        var ids = rows().stream().map(Row::id).toList();
        try (var connection = source.getConnection()) {
            var words = new WordRows().stored(connection, 1, ids);
            assertThat(words).hasSize(4);
            for (var row : rows()) {
                if (words.containsKey(row.id())) {
                    var stored = words.get(row.id()).stream().map(RecordWords.Stored::word);
                    var folded = FindingHistory.fold(stored.toList());
                    assertThat(folded.status().code()).isEqualTo((short) row.status());
                    assertThat(String.valueOf(folded.fixedAt())).isEqualTo(row.fixedAt());
                    assertThat(String.valueOf(folded.reopenedAt())).isEqualTo(row.reopenedAt());
                }
            }
        }
    }

    @Test
    void theNewestWordOfEveryRecordIsTheOneThatItsRowShows() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select external_finding_id from finding f where exists (
                                            select from finding_event e
                                            where e.finding_id = f.finding_id)
                                          and f.content_hash <> (
                                            select e.content_hash from finding_event e
                                            where e.finding_id = f.finding_id
                                            order by happened_at desc, evidence_run desc,
                                                run_id desc limit 1)
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void recordsOfOneClassAreDueToBeGrouped() {
        assertThat(jdbc.sql("select count(*) from finding_regroup").query(Long.class).single())
                .isOne();
    }

    private static List<Row> rows() {
        return jdbc.sql(
                        """
                        select f.finding_id, v.name, coalesce(v.cve_id, ''), f.match_key, f.status,
                            f.fixed_at, f.reopened_at
                        from finding f join vulnerability v using (tenant_id, vulnerability_id)
                        """)
                .query((row, _) ->
                        new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getInt(5),
                                String.valueOf(RecordColumns.instant(row.getTimestamp(6))),
                                String.valueOf(RecordColumns.instant(row.getTimestamp(7)))))
                .list();
    }
}
