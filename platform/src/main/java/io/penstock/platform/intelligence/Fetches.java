package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.security.Tenants;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Fetches the lists that have an address, again and again; without any there is no thread. */
@Component
class Fetches implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final String BY = "schedule";

    private final Intelligence intelligence;
    private final ImportHistory history;
    private final Tenants tenants;
    private final IntelligenceSettings settings;
    private final Clock clock;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

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
        var ending = new CountDownLatch(1);
        stopped = ending;
        Thread.ofVirtual().name("fetch-lists").start(() -> loop(ending));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void loop(CountDownLatch ending) {
        var next = new EnumMap<PublicList, Instant>(PublicList.class);
        try {
            do {
                for (var list : PublicList.values()) {
                    if (!settings.url(list).isEmpty()) {
                        look(list, next);
                    }
                }
            } while (!ending.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PublicList list, Map<PublicList, Instant> next) {
        try {
            var due = next.computeIfAbsent(list, this::first);
            if (!clock.instant().isBefore(due)) {
                next.put(list, clock.instant().plus(AFTER_FAILURE));
                intelligence.fetch(tenants.all().getFirst(), BY, list);
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
