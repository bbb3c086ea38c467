package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Fetches the lists that have an address, again and again; without any there is no thread. */
@Component
class Fetches implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Intelligence intelligence;
    private final ImportHistory history;
    private final Tenants tenants;
    private final IntelligenceSettings settings;
    private final Clock clock;
    private final Map<PublicList, Instant> next = new EnumMap<>(PublicList.class);
    private final WorkerThreads threads =
            new WorkerThreads("fetch-lists", this::lookAtAll, Rest.of(LOOK));

    Fetches(
            Intelligence intelligence,
            ImportHistory history,
            Tenants tenants,
            IntelligenceSettings settings,
            Clock clock) {
        this.intelligence = intelligence;
        this.history = history;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.epssUrl().isEmpty() && settings.kevUrl().isEmpty()) {
            return;
        }
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

    private boolean lookAtAll() {
        for (var list : PublicList.values()) {
            if (!settings.url(list).isEmpty()) {
                look(list);
            }
        }
        return false;
    }

    private void look(PublicList list) {
        try {
            var due = next.computeIfAbsent(list, this::first);
            if (!clock.instant().isBefore(due)) {
                next.put(list, clock.instant().plus(AFTER_FAILURE));
                intelligence.fetch(tenants.all().getFirst(), Intelligence.SCHEDULE, list);
                next.put(list, clock.instant().plus(settings.every()));
            }
        } catch (FaultException e) {
            LOG.warn("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("fetching the {} goes on after a fault", list.label(), e);
        }
    }

    private Instant first(PublicList list) {
        return history.looked(list).map(at -> at.plus(settings.every())).orElseGet(clock::instant);
    }
}
