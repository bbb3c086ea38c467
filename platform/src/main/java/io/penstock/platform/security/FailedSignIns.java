package io.penstock.platform.security;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed sign-ins per user and address, so that passwords cannot be tried out. Memory is
 * bounded: the pair that failed longest ago is forgotten first.
 */
@Component
class FailedSignIns {

    static final int FAILURES_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PAIRS_MAX = 10_000;

    private record Pair(String username, String address) {}

    private final Clock clock;
    private final Map<Pair, Deque<Instant>> failures = new LinkedHashMap<>();

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** How long this user has to wait at this address; empty when a try is allowed. */
    synchronized Optional<Duration> wait(String username, String address) {
        var times = failures.get(pair(username, address));
        var now = clock.instant();
        if (times == null) {
            return Optional.empty();
        }
        while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        return times.size() < FAILURES_MAX
                ? Optional.empty()
                : Optional.of(Duration.between(now, times.getFirst().plus(WINDOW)));
    }

    synchronized void failed(String username, String address) {
        var pair = pair(username, address);
        var times = failures.remove(pair);
        times = times == null ? new ArrayDeque<>() : times;
        times.addLast(clock.instant());
        if (times.size() > FAILURES_MAX) {
            times.removeFirst();
        }
        failures.put(pair, times);
        if (failures.size() > PAIRS_MAX) {
            Iterator<Pair> oldest = failures.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(pair(username, address));
    }

    private static Pair pair(String username, String address) {
        return new Pair(username.toLowerCase(Locale.ROOT), address);
    }
}
