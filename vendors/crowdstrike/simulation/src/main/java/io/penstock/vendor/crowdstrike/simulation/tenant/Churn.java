package io.penstock.vendor.crowdstrike.simulation.tenant;

import io.penstock.vendor.crowdstrike.simulation.tenant.Finding.Status;

/**
 * What happens in a tenant between two moments: a wave of patches for each image family, findings
 * that come, come late, come back or only change, machines that are set up anew, and hosts that
 * vanish with their findings. Used by one thread.
 */
final class Churn {

    // Out of a thousand changed findings.
    private static final int PATCHED = 450;
    private static final int NEW = 250;
    private static final int REOPENED = 100;
    private static final int UPDATED = 100;
    private static final int EXPIRED = 20;
    // The rest comes late.
    private static final int LATE = 80;
    private static final int LATE_DAYS = 30;
    private static final int OVERLAP_SECONDS = 120;
    private static final int BURST = 5;
    private static final int HOSTS_SHARE = 10;
    private static final int MOVED_SHARE = 30;

    private final Tenant tenant;
    private final Step step;

    Churn(Tenant tenant, long seconds) {
        this.tenant = tenant;
        this.step = new Step(tenant, tenant.overlay().present() + seconds);
    }

    /**
     * The tenant after a share of its findings, and a tenth of that share of its hosts, changed.
     */
    Tenant changed(double share) {
        int findings = (int) Math.round(share * tenant.findings());
        int hosts = (int) Math.ceil(share * tenant.population().managed() / HOSTS_SHARE);
        for (int i = 0; i < hosts; i++) {
            vanish();
            reimage();
        }
        patch(findings * PATCHED / 1000);
        come(findings * NEW / 1000);
        comeLate(findings * LATE / 1000);
        turn(findings * REOPENED / 1000, Status.CLOSED, Status.REOPEN);
        turn(findings * EXPIRED / 1000, Status.OPEN, Status.EXPIRED);
        for (int i = 0; i < findings * UPDATED / 1000; i++) {
            update();
        }
        return tenant.after(step);
    }

    /** The tenant after some findings changed, came and went, as they do while a client reads. */
    Tenant moved(int findings) {
        for (int i = 0; i < findings; i++) {
            switch (Mix.below(step.next(), 4)) {
                case 0 -> update();
                case 1 -> turn(1, Status.OPEN, Status.CLOSED);
                case 2 -> comeLate(1);
                default -> {
                    if (step.draw(_ -> true)) {
                        step.remove();
                    }
                }
            }
        }
        return tenant.after(step);
    }

    private void vanish() {
        if (step.draw(_ -> true)) {
            step.vanish(step.drawn().sensor());
        }
    }

    private void reimage() {
        if (!step.draw(_ -> true)) {
            return;
        }
        long time = step.moment();
        int sensor = step.drawn().sensor();
        int newer = step.reimage(sensor, time);
        int findings = newer < 0 ? 0 : 1 + Mix.below(step.next(), MOVED_SHARE);
        for (int i = 0; i < findings; i++) {
            step.add(newer, sensor, time, time);
        }
    }

    /** Every family's patches arrive in one second. */
    private void patch(int findings) {
        long[] waves = new long[Image.Family.count()];
        for (int family = 0; family < waves.length; family++) {
            waves[family] = step.moment();
        }
        for (int i = 0; i < findings; i++) {
            if (step.draw(Churn::live)) {
                int host = step.drawn().host();
                int family = tenant.hosts().image(host).family().number();
                step.change(Status.CLOSED, waves[family]);
            }
        }
    }

    private static boolean live(Finding finding) {
        return finding.status() == Status.OPEN || finding.status() == Status.REOPEN;
    }

    /** Sensors report some new findings each, in one second. */
    private void come(int findings) {
        int left = findings;
        while (left > 0 && step.draw(_ -> true)) {
            int sensor = step.drawn().sensor();
            int burst = Math.min(left, 1 + Mix.below(step.next(), BURST));
            long time = step.moment();
            for (int i = 0; i < burst; i++) {
                step.add(sensor, sensor, time, time);
            }
            left -= burst;
        }
    }

    /**
     * Findings that say they are older than the present before: found then, told now. A quarter of
     * them was also changed before that present, by two minutes at most.
     */
    private void comeLate(int findings) {
        long before = tenant.overlay().present();
        for (int i = 0; i < findings && step.draw(_ -> true); i++) {
            int sensor = step.drawn().sensor();
            boolean stale = Mix.below(step.next(), 4) == 0;
            long ago = Mix.below(step.next(), stale ? OVERLAP_SECONDS : LATE_DAYS * 86_400);
            long created = before - ago;
            step.add(sensor, sensor, created, stale ? created : step.moment());
        }
    }

    private void turn(int findings, Status from, Status to) {
        for (int i = 0; i < findings; i++) {
            if (step.draw(finding -> finding.status() == from)) {
                step.change(to, step.moment());
            }
        }
    }

    private void update() {
        if (step.draw(Churn::live)) {
            step.change(step.drawn().status(), step.moment());
        }
    }
}
