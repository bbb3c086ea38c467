package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.TimeBounds;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.TimeOrder;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Chooses the findings of a page. A filter that bounds the time it is sorted by cuts the order
 * first; whatever else it demands is tested from the page's start on, so that a whole read looks at
 * each finding twice: once for its total, once for its pages.
 */
final class FindingSelection {

    private static final int TOTALS_MAX = 1000;

    private final Tenant tenant;
    private final Instant now;
    private final Bounded<Integer> totals = new Bounded<>(TOTALS_MAX);

    FindingSelection(Tenant tenant) {
        this.tenant = tenant;
        this.now = Instant.ofEpochSecond(tenant.hosts().now());
    }

    /**
     * A page.
     *
     * @param numbers of its findings
     * @param more whether something follows it
     */
    record Page(int[] numbers, boolean more) {}

    /** How many findings pass a filter; exact. */
    int total(Filter<Finding> filter) {
        TimeBounds bounds = TimeBounds.of(filter.tree(), FindingFields.CREATED, now);
        FindingOrder order = tenant.byCreation();
        int from = place(order, bounds.from());
        int to = place(order, bounds.to());
        if (bounds.whole()) {
            return Math.max(0, to - from);
        }
        return totals.of(filter.text(), () -> counted(filter, from, to));
    }

    private int counted(Filter<Finding> filter, int from, int to) {
        Finding finding = tenant.finding();
        int count = 0;
        for (int number = from; number < to; number++) {
            if (filter.test().test(finding.at(number))) {
                count++;
            }
        }
        return count;
    }

    /** The findings after a record, or the first ones. */
    Page page(Filter<Finding> filter, SortOrder sort, OptionalInt after, int limit) {
        FindingOrder order = order(sort);
        TimeBounds bounds = TimeBounds.of(filter.tree(), sort.field(), now);
        int from = place(order, bounds.from());
        int to = place(order, bounds.to());
        if (after.isPresent()) {
            int passed = placeOf(order, after.getAsInt());
            from = sort.ascending() ? Math.max(from, passed + 1) : from;
            to = sort.ascending() ? to : Math.min(to, passed);
        }
        return collected(filter, order, sort.ascending(), from, to, limit);
    }

    private Page collected(
            Filter<Finding> filter,
            FindingOrder order,
            boolean ascending,
            int from,
            int to,
            int limit) {
        Finding finding = tenant.finding();
        int[] numbers = new int[Math.max(0, Math.min(limit, to - from))];
        int size = 0;
        for (int step = 0; step < to - from; step++) {
            int number = order.at(ascending ? from + step : to - 1 - step);
            if (filter.test().test(finding.at(number))) {
                if (size == limit) {
                    return new Page(numbers, true);
                }
                numbers[size++] = number;
            }
        }
        return new Page(Arrays.copyOf(numbers, size), false);
    }

    FindingOrder order(SortOrder sort) {
        return switch (sort.field()) {
            case FindingFields.CREATED -> tenant.byCreation();
            case FindingFields.UPDATED -> tenant.by(TimeOrder.By.UPDATE);
            case FindingFields.CLOSED -> tenant.by(TimeOrder.By.CLOSING);
            default -> throw new Refusal(400, "invalid input data: cannot sort by " + sort.field());
        };
    }

    private int placeOf(FindingOrder order, int number) {
        Finding finding = tenant.finding().at(number);
        long time = order.time(finding);
        return order.firstAt(time == Finding.NEVER ? 0 : time, finding.id(), tenant.finding());
    }

    /** The first place whose time is not before this one, in milliseconds. */
    private static int place(FindingOrder order, long millis) {
        return order.firstAt(Math.ceilDiv(millis, 1000L));
    }
}
