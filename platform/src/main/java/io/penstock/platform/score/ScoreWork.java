package io.penstock.platform.score;

import io.penstock.platform.acceptance.Lapses;
import io.penstock.platform.security.Tenants;

import org.springframework.stereotype.Component;

/**
 * What a worker does each time it looks: settles false positives whose time is over, then scores
 * what is due. While pages are loaded it waits, but not longer than the settings allow, and then
 * takes one batch at a time.
 */
@Component
class ScoreWork {

    private final Tenants tenants;
    private final Lapses lapses;
    private final VulnerabilityScores vulnerabilities;
    private final DueAssets due;
    private final AssetScoring scoring;
    private final ScoreSettings settings;

    ScoreWork(
            Tenants tenants,
            Lapses lapses,
            VulnerabilityScores vulnerabilities,
            DueAssets due,
            AssetScoring scoring,
            ScoreSettings settings) {
        this.tenants = tenants;
        this.lapses = lapses;
        this.vulnerabilities = vulnerabilities;
        this.due = due;
        this.scoring = scoring;
        this.settings = settings;
    }

    /** True when there may be more to do at once. */
    boolean pass() {
        var more = false;
        for (var tenant : tenants.all()) {
            more |= pass(tenant);
        }
        return more;
    }

    private boolean pass(int tenant) {
        lapses.settle(tenant);
        var state = due.state(tenant, settings.delay());
        if (!state.any() || (state.loading() && !state.overdue())) {
            return false;
        }
        return score(tenant) > 0 && !state.loading();
    }

    private int score(int tenant) {
        var found = vulnerabilities.scoreNew(tenant);
        while (found == VulnerabilityScores.CHUNK) {
            found = vulnerabilities.scoreNew(tenant);
        }
        return scoring.next(tenant);
    }
}
