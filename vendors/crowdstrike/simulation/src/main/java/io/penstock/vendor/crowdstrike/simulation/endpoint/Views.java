package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

/** Keeps the view of the tenant's present at hand. Safe from any thread. */
final class Views {

    private final Timeline timeline;
    private final Movement movement;
    private volatile View latest;

    Views(Timeline timeline, Movement movement) {
        this.timeline = timeline;
        this.movement = movement;
        this.latest = View.of(timeline.now());
    }

    /** The view a page of findings is chosen from. */
    View moved() {
        movement.page(timeline);
        return now();
    }

    View now() {
        View view = latest;
        return view.tenant() == timeline.now() ? view : renewed();
    }

    private synchronized View renewed() {
        Tenant tenant = timeline.now();
        if (latest.tenant() != tenant) {
            latest = latest.at(tenant);
        }
        return latest;
    }
}
