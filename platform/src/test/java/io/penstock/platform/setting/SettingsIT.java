package io.penstock.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.AcceptanceOrder;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.security.TestPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What people choose counts, and what the process was told is shown without its secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {

    private static final int TENANT = 1;

    private TestPlatform platform;
    private Settings settings;

    @BeforeAll
    void start(@TempDir Path data) {
        platform =
                TestPlatform.start(
                        data,
                        "--penstock.reports.kept=90m",
                        "--penstock.intelligence.kev-url=https://lists.example.org/kev?key=hush");
        settings = platform.bean(Settings.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void knowsWhatIsObeyedAndNothingElse() {
        assertThat(settings.all(TENANT).stream().map(one -> one.about().key()))
                .containsExactly(
                        "acceptances.longest-days",
                        "audit.kept-days",
                        "pages.kept-full-runs",
                        "reports.kept-days");
    }

    @Test
    void aChoiceCountsUntilItIsTakenBack() {
        settings.choose(TENANT, "audit.kept-days", 30, "maria");
        assertThat(settings.chosen(TENANT, "audit.kept-days")).hasValue(30);
        assertThat(settings.require(TENANT, "audit.kept-days").changedBy()).isEqualTo("maria");

        settings.choose(TENANT, "audit.kept-days", 3_650, "paul");
        assertThat(settings.chosen(TENANT, "audit.kept-days")).hasValue(3_650);

        assertThat(settings.forget(TENANT, "audit.kept-days").value()).isNull();
        assertThat(settings.chosen(TENANT, "audit.kept-days")).isEmpty();
    }

    @Test
    void refusesNumbersOutOfBoundsAndUnknownKeys() {
        assertThatThrownBy(() -> settings.choose(TENANT, "audit.kept-days", 29, "maria"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("30 to 3650 days");
        assertThatThrownBy(() -> settings.choose(TENANT, "no.such", 1, "maria"))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void theAuditLogObeysIt() {
        platform.bean(JdbcClient.class)
                .sql(
                        """
                        insert into audit_event (tenant_id, at, username, api_token, address,
                            action, request, object, part, outcome)
                        values (1, now() - interval '50 days', 'old', '', '', 'old', '', '', '',
                            'DONE')
                        """)
                .update();
        var retention = platform.bean(AuditRetention.class);
        retention.tidy();
        assertThat(old()).isEqualTo(1);

        settings.choose(TENANT, "audit.kept-days", 40, "maria");
        retention.tidy();

        assertThat(old()).isZero();
        settings.forget(TENANT, "audit.kept-days");
    }

    private int old() {
        return platform.bean(JdbcClient.class)
                .sql("select count(*) from audit_event where username = 'old'")
                .query(Integer.class)
                .single();
    }

    @Test
    void theLongestDecisionObeysIt() {
        var acceptances = platform.bean(Acceptances.class);
        var order =
                new AcceptanceOrder(
                        Kind.RISK_ACCEPTED,
                        AcceptanceOrder.everywhere("CVE-2026-1001"),
                        "why",
                        Instant.now().plus(Duration.ofDays(100)));
        settings.choose(TENANT, "acceptances.longest-days", 50, "maria");
        assertThatThrownBy(() -> acceptances.decide(TENANT, "maria", order))
                .hasMessageContaining("50 days ahead");

        settings.forget(TENANT, "acceptances.longest-days");
        assertThat(acceptances.decide(TENANT, "maria", order)).hasSize(1);
    }

    @Test
    void showsWhatTheProcessWasToldAndFromWhereWithoutSecrets() {
        var all =
                platform.bean(EffectiveSettings.class).all().stream()
                        .collect(Collectors.toMap(EffectiveSetting::key, one -> one));

        assertThat(all.get("penstock.reports.kept"))
                .isEqualTo(
                        new EffectiveSetting("penstock.reports.kept", "90m", "7d", "command line"));
        assertThat(all.get("penstock.reports.workers"))
                .returns("1", EffectiveSetting::value)
                .returns("default", EffectiveSetting::source);
        assertThat(all.get("penstock.database.password"))
                .returns("not set", EffectiveSetting::value);
        assertThat(all.get("penstock.intelligence.bytes-max"))
                .returns("64MB", EffectiveSetting::value);
        assertThat(all.get("penstock.scores.weights.critical")).isNotNull();
        assertThat(all.values().toString()).doesNotContain("hush");
    }
}
