package io.penstock.platform.trend;

import io.penstock.platform.security.Tenants;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the worker does each time it looks. One thread. */
@Component
class TrendWork {

    /** What failed is not tried again at once: it may have taken minutes to fail. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final MeasureStep step;
    private final Clock clock;
    private final Map<Integer, Instant> notBefore = new HashMap<>();

    TrendWork(Tenants tenants, MeasureStep step, Clock clock) {
        this.tenants = tenants;
        this.step = step;
        this.clock = clock;
    }

    /** Always false: there is a rest between two measurements. */
    boolean pass() {
        for (var tenant : tenants.all()) {
            var rest = notBefore.getOrDefault(tenant, Instant.MIN);
            if (clock.instant().isAfter(rest) && step.due(tenant)) {
                notBefore.put(tenant, clock.instant().plus(AFTER_FAULT));
                step.take(tenant);
                notBefore.remove(tenant);
            }
        }
        return false;
    }
}
