package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Field;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.tenant.HostOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The hosts that pass a filter, in order. The few results asked for latest are kept, at four bytes
 * per host.
 */
final class HostSelection {

    private static final int RESULTS_MAX = 4;

    private final Tenant tenant;
    private final Fields<Integer> fields;
    private final Bounded<int[]> results = new Bounded<>(RESULTS_MAX);

    HostSelection(Tenant tenant) {
        this.tenant = tenant;
        this.fields = HostFields.of(tenant);
    }

    /**
     * Chooses.
     *
     * @param filter empty for all
     */
    int[] of(String filter, SortOrder sort) {
        Filter<Integer> compiled =
                filter.isEmpty()
                        ? null
                        : Parameters.filter(
                                filter,
                                fields,
                                what -> "Failed to parse filter expression. [" + what + "]");
        return results.of(sort + filter, () -> chosen(compiled, sort));
    }

    private int[] chosen(@Nullable Filter<Integer> filter, SortOrder sort) {
        int[] hosts =
                IntStream.range(0, tenant.population().hosts())
                        .filter(host -> filter == null || filter.test().test(host))
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
}
