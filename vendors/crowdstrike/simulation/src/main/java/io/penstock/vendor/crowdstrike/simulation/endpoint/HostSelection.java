package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Conditions;
import io.penstock.vendor.crowdstrike.simulation.fql.Field;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql;
import io.penstock.vendor.crowdstrike.simulation.fql.TimeBounds;
import io.penstock.vendor.crowdstrike.simulation.tenant.HostOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * The hosts that pass a filter, in order. Hosts are looked up by the ids a filter lists or cut out
 * of the order of the times it bounds before they are tested. The results asked for latest are
 * kept, at four bytes per host: a few large ones and more small ones.
 */
final class HostSelection {

    private static final int LARGE_MAX = 4;
    private static final int SMALL_MAX = 400;
    private static final int SMALL_HOSTS = 12_000;

    private final Tenant tenant;
    private final Fields<Integer> fields;
    private final Bounded<int[]> large = new Bounded<>(LARGE_MAX);
    private final Bounded<int[]> small = new Bounded<>(SMALL_MAX);
    private final Bounded<int[]> byTime = new Bounded<>(2);

    HostSelection(Tenant tenant) {
        this.tenant = tenant;
        this.fields = HostFields.of(tenant);
    }

    /**
     * Chooses.
     *
     * @param filter empty for all
     * @param member the only customer to be seen, or empty
     */
    int[] of(String filter, SortOrder sort, String member) {
        Filter<Integer> compiled =
                filter.isEmpty() && member.isEmpty()
                        ? null
                        : Parameters.filter(
                                filter,
                                member,
                                fields,
                                what -> "Failed to parse filter expression. [" + what + "]");
        String key = sort + member + "," + filter;
        int[] known = small.known(key);
        return known == null ? large.of(key, () -> made(key, compiled, sort)) : known;
    }

    private int[] made(String key, @Nullable Filter<Integer> filter, SortOrder sort) {
        int[] candidates = filter == null ? tenant.hostOrder().all() : candidates(filter);
        int[] hosts = chosen(candidates, filter, sort);
        if (hosts.length <= SMALL_HOSTS) {
            small.keep(key, hosts);
        }
        return hosts;
    }

    /** The fewest hosts that have to be tested. */
    private int[] candidates(Filter<Integer> filter) {
        Optional<Set<String>> ids = Conditions.texts(filter.tree(), "id");
        if (ids.isPresent()) {
            return listed(ids.get(), id -> tenant.hostOrder().find(id, tenant.hosts()));
        }
        Optional<Set<String>> aids = Conditions.texts(filter.tree(), "aid");
        if (aids.isPresent()) {
            return listed(aids.get(), this::hostOf);
        }
        Hosts hosts = tenant.hosts();
        int[] first = cut(filter.tree(), HostFields.FIRST_SEEN, hosts::firstSeen);
        int[] last = cut(filter.tree(), HostFields.LAST_SEEN, hosts::lastSeen);
        return first.length < last.length ? first : last;
    }

    private static int[] listed(Set<String> ids, Function<String, OptionalInt> lookup) {
        return ids.stream()
                .map(lookup)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
    }

    private OptionalInt hostOf(String aid) {
        int sensor = tenant.sensor(aid);
        int host = sensor < 0 ? -1 : tenant.population().hostOf(sensor);
        return sensor >= 0 && tenant.hosts().listed(host)
                ? OptionalInt.of(host)
                : OptionalInt.empty();
    }

    private int[] cut(Fql filter, String field, IntToLongFunction second) {
        TimeBounds bounds = TimeBounds.of(filter, field, fields.now());
        if (!bounds.bounded()) {
            return tenant.hostOrder().all();
        }
        HostOrder ids = tenant.hostOrder();
        int[] sorted = byTime.of(field, () -> ids.sorted(ids.all(), second));
        int from = firstAt(sorted, second, Math.ceilDiv(bounds.from(), 1000L));
        int to = firstAt(sorted, second, Math.ceilDiv(bounds.to(), 1000L));
        return Arrays.copyOfRange(sorted, from, Math.max(from, to));
    }

    private static int firstAt(int[] sorted, IntToLongFunction second, long wanted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second.applyAsLong(sorted[middle]) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] chosen(int[] candidates, @Nullable Filter<Integer> filter, SortOrder sort) {
        int[] hosts =
                filter == null
                        ? candidates
                        : Arrays.stream(candidates)
                                .filter(host -> filter.test().test(host))
                                .toArray();
        int[] ascending = sorted(hosts, sort.field());
        if (!sort.ascending()) {
            for (int i = 0, j = ascending.length - 1; i < j; i++, j--) {
                int swapped = ascending[i];
                ascending[i] = ascending[j];
                ascending[j] = swapped;
            }
        }
        return ascending;
    }

    private int[] sorted(int[] hosts, String by) {
        HostOrder ids = tenant.hostOrder();
        Field<Integer> field = fields.byName().get(by);
        return switch (field) {
            case Field.Text<Integer> _ when by.equals("id") -> ids.sorted(hosts, _ -> 0);
            case Field.Time<Integer> time ->
                    ids.sorted(hosts, host -> time.of().applyAsLong(host) / 1000);
            case Field.Text<Integer> text -> byText(hosts, text, ids);
            case null, default -> throw new Refusal(400, "invalid sort: " + by);
        };
    }

    private static int[] byText(int[] hosts, Field.Text<Integer> text, HostOrder ids) {
        Comparator<Integer> byValue =
                Comparator.comparing(host -> Objects.requireNonNullElse(text.of().apply(host), ""));
        return Arrays.stream(hosts)
                .boxed()
                .sorted(byValue.thenComparingInt(ids::rank))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What a cursor says of a host: its sort value if that is a time, otherwise 0. */
    long millis(int host, SortOrder sort) {
        return fields.byName().get(sort.field()) instanceof Field.Time<Integer> time
                ? time.of().applyAsLong(host)
                : 0;
    }

    /**
     * How many hosts of a result are not behind a position.
     *
     * @param before the host the cursor was issued for, which may have vanished
     */
    int passed(int[] hosts, SortOrder sort, Position position, int before) {
        int low = 0;
        int high = hosts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = order(hosts[middle], sort, position, before);
            if (sort.ascending() ? order <= 0 : order >= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int order(int host, SortOrder sort, Position position, int before) {
        int order =
                switch (fields.byName().get(sort.field())) {
                    case Field.Time<Integer> time ->
                            Long.compare(time.of().applyAsLong(host), position.millis());
                    case Field.Text<Integer> text ->
                            Objects.requireNonNullElse(text.of().apply(host), "")
                                    .compareTo(
                                            Objects.requireNonNullElse(
                                                    text.of().apply(before), ""));
                    case null, default -> 0;
                };
        return order == 0 ? tenant.hosts().id(host).compareTo(position.id()) : order;
    }
}
