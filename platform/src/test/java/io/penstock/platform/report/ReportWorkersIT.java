package io.penstock.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.search.ExportQuery;
import io.penstock.platform.security.NewUser;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.TestPlatform;
import io.penstock.platform.security.Users;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import javax.sql.DataSource;

/** What becomes of a report when its process ends, in peace or not. */
@Timeout(60)
class ReportWorkersIT {

    @TempDir private Path data;

    @Test
    void madeAgainAfterAKillAndAfterAStopInTheMiddle() throws Exception {
        UUID killed;
        UUID stopped;
        Asker asker;
        var orphan = data.resolve("reports").resolve(UUID.randomUUID() + ".part");
        try (var platform = TestPlatform.start(data, "--penstock.reports.workers=0")) {
            asker = asker(platform.bean(Users.class).create(1, "viewer", Role.VIEWER));
            ManyFindings.add(platform.bean(JdbcClient.class), 1_000);
            killed = ask(platform, asker).id();
            platform.bean(JdbcClient.class)
                    .sql(
                            """
                            update report set state = 'RUNNING', attempt = gen_random_uuid(),
                                attempts = 1, lease_until = now() + interval '1 hour'
                            """)
                    .update();
            Files.writeString(orphan, "half a file");
        }
        try (var platform = TestPlatform.startAlone(data)) {
            assertThat(ended(platform, asker, killed).progress().rows()).isEqualTo(1_000);
            assertThat(orphan).doesNotExist();
            stopped = stopInTheMiddle(platform, asker);
        }
        try (var platform = TestPlatform.startAlone(data)) {
            var report = ended(platform, asker, stopped);

            assertThat(report.progress().state()).isEqualTo(ReportState.COMPLETED);
            var file = platform.bean(Reports.class).file(report);
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(Files.size(file)).isEqualTo(report.progress().storedBytes());
            try (var content = new GZIPInputStream(Files.newInputStream(file))) {
                assertThat(content.readAllBytes()).hasSize((int) report.progress().bytes());
            }
            assertThat(data.resolve("reports")).isDirectoryNotContaining("glob:**.part");
        }
    }

    private UUID stopInTheMiddle(TestPlatform platform, Asker asker) throws Exception {
        var attempts = "select attempts from report where report_uuid = ?";
        try (var lock = LockedTable.of(platform.bean(DataSource.class))) {
            var report = ask(platform, asker).id();
            lock.awaitWaiting(1);

            platform.bean(ReportWorkers.class).stop();

            lock.awaitWaiting(0);
            assertThat(state(platform, asker, report)).isEqualTo(ReportState.REQUESTED);
            assertThat(
                            platform.bean(JdbcClient.class)
                                    .sql(attempts)
                                    .param(report)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
            return report;
        }
    }

    @Test
    void endsWhatIsCancelledOrDeletedAndKeepsNoMoreThanAllowed() throws Exception {
        try (var platform = TestPlatform.start(data, "--penstock.reports.per-user=2")) {
            var asker = asker(platform.bean(Users.class).create(1, "viewer", Role.VIEWER));
            ManyFindings.add(platform.bean(JdbcClient.class), 100);
            var reports = platform.bean(Reports.class);
            try (var lock = LockedTable.of(platform.bean(DataSource.class))) {
                var cancelled = ask(platform, asker).id();
                lock.awaitWaiting(1);
                reports.cancel(asker, cancelled);
                lock.awaitWaiting(0);
                assertThat(state(platform, asker, cancelled)).isEqualTo(ReportState.CANCELLED);

                var deleted = ask(platform, asker).id();
                lock.awaitWaiting(1);
                reports.delete(asker, deleted);
                lock.awaitWaiting(0);
            }
            var kept = ended(platform, asker, ask(platform, asker).id()).id();
            ended(platform, asker, ask(platform, asker).id());
            var newest = ended(platform, asker, ask(platform, asker).id()).id();
            reports.delete(asker, kept);

            platform.bean(ReportRetention.class).tidy();

            assertThat(reports.newest(asker, Long.MAX_VALUE, 10))
                    .hasSize(2)
                    .first()
                    .extracting(Report::id)
                    .isEqualTo(newest);
            try (var files = Files.list(data.resolve("reports"))) {
                assertThat(files).hasSize(2);
            }
        }
    }

    private static Asker asker(NewUser user) {
        return new Asker(1, user.user().id(), user.user().username(), false);
    }

    private static Report ask(TestPlatform platform, Asker asker) {
        var export =
                new ExportOrder(
                        ExportKind.FINDINGS, ExportFormat.NDJSON, ExportQuery.ofFindings(""));
        return platform.bean(Reports.class).ask(asker, new ReportOrder("All", "", export));
    }

    private static ReportState state(TestPlatform platform, Asker asker, UUID id) {
        return platform.bean(Reports.class).require(asker, id).progress().state();
    }

    private static Report ended(TestPlatform platform, Asker asker, UUID id) {
        while (state(platform, asker, id) == ReportState.REQUESTED
                || state(platform, asker, id) == ReportState.RUNNING) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("report " + id + " does not end");
            }
        }
        return platform.bean(Reports.class).require(asker, id);
    }
}
