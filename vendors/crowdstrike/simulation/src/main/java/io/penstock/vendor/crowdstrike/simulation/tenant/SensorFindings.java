package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds what one sensor has reported, without a look at the others. Used by one thread. */
final class SensorFindings {

    private final Tenant tenant;
    private final Reports reports;

    SensorFindings(Tenant tenant) {
        this.tenant = tenant;
        this.reports = new Reports(tenant.index());
    }

    /** Numbers of its findings, ascending. */
    int[] of(int sensor) {
        IntStream.Builder numbers = IntStream.builder();
        if (sensor < tenant.population().sensors()) {
            for (int round = 0; round < Calendar.ROUNDS; round++) {
                ofRound(sensor, round, numbers);
            }
        }
        Extras extras = tenant.overlay().extras();
        for (int extra = 0; extra < extras.size(); extra++) {
            if (extras.sensor(extra) == sensor) {
                numbers.add(tenant.index().size() + extra);
            }
        }
        int[] found = numbers.build().filter(tenant::has).toArray();
        Arrays.sort(found);
        return found;
    }

    private void ofRound(int sensor, int round, IntStream.Builder numbers) {
        FindingIndex index = tenant.index();
        if (index.load().reported(sensor, round) == 0) {
            return;
        }
        int tick = index.calendar().tickOf(sensor, index.shuffle(round));
        reports.read(index.slot(round, tick));
        int report = reports.reportOf(sensor, tick);
        for (int number = reports.first(report); number < reports.end(report); number++) {
            numbers.add(number);
        }
    }
}
