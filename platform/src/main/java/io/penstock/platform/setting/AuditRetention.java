package io.penstock.platform.setting;

import io.penstock.platform.audit.AuditLog;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** Takes old events of the audit log away, and API tokens that ended as long ago. */
@Component
class AuditRetention implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final int BATCH = 5_000;

    private final AuditLog log;
    private final ApiTokens tokens;
    private final Tenants tenants;
    private final Settings settings;
    private final AuditSettings standing;
    private final Clock clock;
    private final WorkerThreads threads =
            new WorkerThreads("audit-tidy", this::tidy, Rest.of(LOOK));

    AuditRetention(
            AuditLog log,
            ApiTokens tokens,
            Tenants tenants,
            Settings settings,
            AuditSettings standing,
            Clock clock) {
        this.log = log;
        this.tokens = tokens;
        this.tenants = tenants;
        this.settings = settings;
        this.standing = standing;
        this.clock = clock;
    }

    /** A batch for each tenant; true when one had more. */
    boolean tidy() {
        var more = false;
        for (var tenant : tenants.all()) {
            var before = clock.instant().minus(kept(tenant));
            var gone = log.forget(tenant, before, BATCH);
            tokens.forget(tenant, before);
            if (gone > 0) {
                LOG.info("{} events of the audit log from before {} are deleted", gone, before);
            }
            more |= gone == BATCH;
        }
        return more;
    }

    private Duration kept(int tenant) {
        var days = settings.chosen(tenant, AuditSettings.KEPT_DAYS);
        return days.isPresent() ? Duration.ofDays(days.getAsLong()) : standing.kept();
    }

    @Override
    public void start() {
        threads.start(1);
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.running();
    }
}
