package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Counting that takes too long: it waits for a table that somebody holds. */
@Timeout(60)
class FindingCountsLimitIT {

    private static final int TENANT = 1;
    private static final String QUERY = "finding.cveId:CVE-2021-44228";
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static SeededInventory inventory;
    private static FindingCounts counts;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
        var reader = new InventoryReader(inventory.source(), new SearchSettings(LIMIT, MOMENT));
        counts = new FindingCounts(reader, SeededInventory.fields(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void facetsAreThoseOfTheWorstAfterAMoment() throws SQLException {
        var facets = heldUntilAskedAgain(() -> counts.facets(TENANT, QUERY));

        assertThat(facets.exact()).isFalse();
        assertThat(facets.byStatus().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2);
    }

    @Test
    void groupsAreThoseOfTheWorstAfterTheLimit() throws SQLException {
        var groups = heldUntilAskedAgain(() -> counts.groups(TENANT, QUERY, GroupBy.SEVERITY, 5));

        assertThat(groups.exact()).isFalse();
        assertThat(groups.findings()).isEqualTo(2);
    }

    @Test
    void whatTheWorstCannotAnswerEitherIsRefused() throws SQLException {
        try (var holder = holder()) {
            assertThatThrownBy(() -> counts.facets(TENANT, QUERY))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("The query was stopped after 1 s. ");
            holder.rollback();
        }
    }

    @Test
    void whatIsQuickIsExact() {
        assertThat(counts.groups(TENANT, QUERY, GroupBy.SEVERITY, 5).exact()).isTrue();
    }

    private static Connection holder() throws SQLException {
        var holder = inventory.source().getConnection();
        holder.setAutoCommit(false);
        try (var lock = holder.createStatement()) {
            lock.execute("lock table vulnerability in access exclusive mode");
        }
        return holder;
    }

    /** The first statement waits in vain; the second, that for the worst, gets its answer. */
    private static <T> T heldUntilAskedAgain(Supplier<T> counting) throws SQLException {
        try (var holder = holder();
                var looking = inventory.source().getConnection()) {
            var answer = CompletableFuture.supplyAsync(counting);
            var waited = new HashSet<String>();
            while (waited.size() < 2 && !answer.isDone()) {
                look(looking, waited);
            }
            holder.rollback();
            return answer.join();
        }
    }

    private static void look(Connection looking, Set<String> waited) throws SQLException {
        try (var select = looking.createStatement();
                var rows =
                        select.executeQuery(
                                """
                                select query_start::text from pg_stat_activity
                                where wait_event_type = 'Lock'
                                """)) {
            while (rows.next()) {
                waited.add(rows.getString(1));
            }
        }
    }
}
