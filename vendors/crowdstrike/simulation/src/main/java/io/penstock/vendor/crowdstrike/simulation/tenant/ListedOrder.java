package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

/** Some findings in the order all of them have in another one. Keeps twelve bytes for each. */
final class ListedOrder implements FindingOrder {

    private final FindingOrder whole;
    private final int[] numbers;
    private final long[] times;

    ListedOrder(int[] listed, FindingOrder whole, Tenant tenant) {
        this.whole = whole;
        Finding finding = tenant.finding();
        IdOrder ids = new IdOrder(tenant.finding(), tenant.finding());
        record Timed(int number, long time) {}
        Timed[] sorted =
                Arrays.stream(listed)
                        .mapToObj(number -> new Timed(number, whole.time(finding.at(number))))
                        .sorted((a, b) -> {
                            int order = Long.compare(a.time(), b.time());
                            return order != 0 ? order : ids.compare(a.number(), b.number());
                        })
                        .toArray(Timed[]::new);
        this.numbers = Arrays.stream(sorted).mapToInt(Timed::number).toArray();
        this.times = Arrays.stream(sorted).mapToLong(Timed::time).toArray();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public int at(int place) {
        return numbers[place];
    }

    @Override
    public int firstAt(long time) {
        // Findings without the time stand at 0, before the first second of the history.
        long wanted = time <= 0 ? Long.MIN_VALUE : time;
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long time(Finding finding) {
        return whole.time(finding);
    }
}
