package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.platform.identity.IdentityJobs.JobId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;

import javax.sql.DataSource;

/** Jobs of several tenants that several processes are at. */
class IdentityJobsIT {

    private static final int OTHER_TENANT = Sources.tenant() + 1;

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @BeforeEach
    void clear() {
        sources.clear();
    }

    @Test
    void theFailureOfAStepIsNotedOfTheJobThatItTook() throws SQLException {
        sources.report("A", Machine.of("a1", "web-1", "SN-4711-XY"));
        var jobs = sources.bean(IdentityJobs.class);
        var worker = sources.bean(IdentityWorker.class);
        worker.start();
        jobs.request(OTHER_TENANT, "test", "Another process is at this one.");
        jobs.request(Sources.tenant(), "test", "Its host cannot be read.");
        sources.runs().jdbc().sql("update asset_source set attributes = '[]'").update();

        try (var elsewhere = sources.bean(DataSource.class).getConnection();
                var lock = elsewhere.prepareStatement(lock())) {
            elsewhere.setAutoCommit(false);
            lock.setInt(1, OTHER_TENANT);
            lock.execute();
            assertThatThrownBy(worker::step).isInstanceOf(RuntimeException.class);
            elsewhere.rollback();
        }

        assertThat(jobs.newest(OTHER_TENANT, 1).getFirst().failure()).isEmpty();
        assertThat(jobs.newest(Sources.tenant(), 1).getFirst().failure()).isNotEmpty();
    }

    private static String lock() {
        return "select job_id from identity_job where tenant_id = ? for update";
    }

    @Test
    void aLongFailureIsCutBetweenCharacters() {
        var jobs = sources.bean(IdentityJobs.class);
        jobs.request(Sources.tenant(), "test", "A job.");
        var taken = new ArrayList<JobId>();
        jobs.step(taken::add);

        jobs.failed(taken.getFirst(), "a" + "\uD83D\uDE00".repeat(2_000));

        assertThat(jobs.newest(Sources.tenant(), 1).getFirst().failure())
                .isEqualTo("a" + "\uD83D\uDE00".repeat(249) + "…");
    }
}
