package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Conditions;
import io.penstock.vendor.crowdstrike.simulation.fql.TimeBounds;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.TimeOrder;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses the findings of a page. A filter that bounds the time it is sorted by cuts the order
 * first; one that names sensors looks at their findings only; whatever else it demands is tested
 * from the page's start on, so that a whole read looks at each finding twice: once for its total,
 * once for its pages.
 */
final class FindingSelection {

    private static final int TOTALS_MAX = 1000;
    private static final int LISTS_MAX = 16;

    private final Tenant tenant;
    private final Instant now;
    private final Bounded<Integer> totals = new Bounded<>(TOTALS_MAX);
    private final Bounded<FindingOrder> lists = new Bounded<>(LISTS_MAX);

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

    /** Some places of an order. */
    private record Range(FindingOrder order, int from, int to) {
        int size() {
            return Math.max(0, to - from);
        }
    }

    /** How many findings pass a filter; exact. */
    int total(Filter<Finding> filter) {
        if (bounds(filter, FindingFields.CREATED).whole()) {
            return range(filter, FindingFields.CREATED, tenant.byCreation()).size();
        }
        if (bounds(filter, FindingFields.UPDATED).whole()) {
            return range(filter, FindingFields.UPDATED, tenant.by(TimeOrder.By.UPDATE)).size();
        }
        return totals.of(filter.text(), () -> counted(filter, narrowest(filter)));
    }

    /** The fewest findings that have to be tested. */
    private Range narrowest(Filter<Finding> filter) {
        Optional<Set<String>> aids = Conditions.texts(filter.tree(), "aid");
        if (aids.isPresent()) {
            FindingOrder listed = listed(filter, aids.get(), tenant.byCreation());
            return new Range(listed, 0, listed.size());
        }
        Range created = range(filter, FindingFields.CREATED, tenant.byCreation());
        if (!bounds(filter, FindingFields.UPDATED).bounded()) {
            return created;
        }
        Range updated = range(filter, FindingFields.UPDATED, tenant.by(TimeOrder.By.UPDATE));
        return updated.size() < created.size() ? updated : created;
    }

    private int counted(Filter<Finding> filter, Range range) {
        Finding finding = tenant.finding();
        int count = 0;
        for (int place = range.from(); place < range.to(); place++) {
            if (filter.test().test(finding.at(range.order().at(place)))) {
                count++;
            }
        }
        return count;
    }

    private TimeBounds bounds(Filter<Finding> filter, String field) {
        return TimeBounds.of(filter.tree(), field, now);
    }

    private Range range(Filter<Finding> filter, String field, FindingOrder order) {
        TimeBounds bounds = bounds(filter, field);
        return new Range(order, place(order, bounds.from()), place(order, bounds.to()));
    }

    /** The findings behind a position, or the first ones. */
    Page page(Filter<Finding> filter, SortOrder sort, Optional<Position> after, int limit) {
        FindingOrder order = order(sort);
        FindingOrder chosen =
                Conditions.texts(filter.tree(), "aid")
                        .map(aids -> listed(filter, aids, order))
                        .orElse(order);
        Range range = range(filter, sort.field(), chosen);
        if (after.isPresent()) {
            Position passed = after.get();
            range =
                    sort.ascending()
                            ? new Range(
                                    chosen,
                                    Math.max(range.from(), behind(chosen, passed)),
                                    range.to())
                            : new Range(
                                    chosen,
                                    range.from(),
                                    Math.min(range.to(), before(chosen, passed)));
        }
        return collected(filter, range, sort.ascending(), limit);
    }

    private int before(FindingOrder order, Position position) {
        return order.firstAt(position.second(), position.id(), tenant.finding());
    }

    private int behind(FindingOrder order, Position position) {
        int place = before(order, position);
        return place < order.size()
                        && tenant.finding().at(order.at(place)).id().equals(position.id())
                ? place + 1
                : place;
    }

    private Page collected(Filter<Finding> filter, Range range, boolean ascending, int limit) {
        Finding finding = tenant.finding();
        int[] numbers = new int[Math.min(limit, range.size())];
        int size = 0;
        for (int step = 0; step < range.size(); step++) {
            int place = ascending ? range.from() + step : range.to() - 1 - step;
            int number = range.order().at(place);
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

    /** The findings of some sensors in an order of all. */
    private FindingOrder listed(Filter<Finding> filter, Set<String> aids, FindingOrder order) {
        String key = order.name() + filter.text();
        return lists.of(
                key,
                () -> {
                    IntStream numbers =
                            aids.stream()
                                    .map(FindingFields::sensorId)
                                    .distinct()
                                    .mapToInt(tenant::sensor)
                                    .filter(sensor -> sensor >= 0)
                                    .flatMap(sensor -> Arrays.stream(tenant.findingsOf(sensor)));
                    return tenant.listed(numbers.toArray(), order);
                });
    }

    /** The first place whose time is not before this one, in milliseconds. */
    private static int place(FindingOrder order, long millis) {
        return order.firstAt(Math.ceilDiv(millis, 1000L));
    }
}
