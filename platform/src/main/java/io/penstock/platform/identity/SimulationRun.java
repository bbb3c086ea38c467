package io.penstock.platform.identity;

import io.penstock.core.identity.Cluster;
import io.penstock.core.identity.Comparison;
import io.penstock.core.identity.Identification;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.platform.identity.Simulations.Result;
import io.penstock.platform.identity.Simulations.Watch;
import io.penstock.platform.identity.Walk.Linked;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Compares the present rules with others, set of hosts by set of hosts, until the time is up. */
@Component
class SimulationRun {

    private final SimulatedKeys keys;
    private final Closure closure;
    private final IdentitySettings settings;
    private final Clock clock;

    SimulationRun(SimulatedKeys keys, Closure closure, IdentitySettings settings, Clock clock) {
        this.keys = keys;
        this.closure = closure;
        this.settings = settings;
        this.clock = clock;
    }

    /** The present rules and the others. */
    record Compared(RuleBook now, RuleBook then) {

        Collection<IdentificationRule> fresh() {
            var fresh = new ArrayList<>(then.inUse());
            fresh.removeAll(now.inUse());
            return fresh;
        }
    }

    Result of(Connection connection, int tenantId, Compared books, Watch watch)
            throws SQLException {
        var end = clock.instant().plus(settings.simulationTime());
        Watch bounded = (done, total) -> !clock.instant().isAfter(end) && watch.goOn(done, total);
        keys.boundTime(connection, settings.simulationTime());
        return keys.prepare(connection, tenantId, books.fresh(), () -> !bounded.goOn(0, 0))
                ? compared(connection, tenantId, books, bounded)
                : new Result(Comparison.NONE, false);
    }

    private Result compared(Connection connection, int tenantId, Compared books, Watch watch)
            throws SQLException {
        var neighbours =
                new SimulatedNeighbours(
                        closure.stored(connection, tenantId), connection, books.fresh());
        var alone = keys.alone(connection, tenantId);
        var linked = keys.linked(connection);
        var sum = new Comparison(alone, alone, alone, 0, 0, List.of(), List.of());
        var done = 0L;
        var some = keys.first(connection);
        while (!some.isEmpty()) {
            if (!watch.goOn(done, linked)) {
                return new Result(sum, false);
            }
            sum = sum.plus(compare(neighbours, new HashSet<>(some), books));
            done += some.size();
            some = keys.after(connection, some.getLast());
        }
        return new Result(sum, true);
    }

    /** Each set is compared when its smallest host has its turn, and so once. */
    private static Comparison compare(Neighbours neighbours, Set<UUID> some, Compared books)
            throws SQLException {
        var sum = Comparison.NONE;
        for (var set : Closure.of(neighbours, some)) {
            var smallest =
                    set.hosts().stream().map(StoredHost::hostId).min(Comparator.naturalOrder());
            if (some.contains(smallest.orElseThrow())) {
                var before = clusters(books.now(), set);
                var after = clusters(books.then(), set);
                sum = sum.plus(Comparison.of(before, after));
            }
        }
        return sum;
    }

    private static List<Cluster> clusters(RuleBook book, Linked set) {
        var facts = set.hosts().stream().map(Facts::of).toList();
        return Identification.clusters(facts, book::order, set.decisions(), set.leftOut());
    }
}
