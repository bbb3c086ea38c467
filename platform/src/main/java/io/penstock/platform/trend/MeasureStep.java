package io.penstock.platform.trend;

import io.penstock.platform.trend.SummaryRows.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures one tenant when it is time: one measurement at a time on a database, whatever number of
 * platforms works on it.
 */
@Component
class MeasureStep {

    /** A measurement is followed by a rest that is longer by this, so it costs a tenth at most. */
    private static final int REST = 10;

    private final ChangeMark marks;
    private final SummaryRows summaries;
    private final DayRows days;
    private final Measurement measurement;
    private final TrendSettings settings;
    private final Clock clock;

    MeasureStep(
            ChangeMark marks,
            SummaryRows summaries,
            DayRows days,
            Measurement measurement,
            TrendSettings settings,
            Clock clock) {
        this.marks = marks;
        this.summaries = summaries;
        this.days = days;
        this.measurement = measurement;
        this.settings = settings;
        this.clock = clock;
    }

    boolean due(int tenantId) {
        return summaries
                .state(tenantId)
                .map(state -> due(state, marks.of(tenantId), clock.instant()))
                .orElse(true);
    }

    private boolean due(State state, String mark, Instant now) {
        var elapsed = Duration.between(state.measuredAt(), now);
        if (elapsed.isNegative() || elapsed.compareTo(settings.refresh()) >= 0) {
            return true;
        }
        var rest = state.took().multipliedBy(REST);
        if (elapsed.compareTo(settings.pace()) < 0 || elapsed.compareTo(rest) < 0) {
            return false;
        }
        return !state.settled() || !state.mark().equals(mark);
    }

    /** Does nothing while somebody else measures, or when somebody else has just done so. */
    @Transactional
    public void take(int tenantId) {
        if (summaries.tryLock() && due(tenantId)) {
            measure(tenantId);
        }
    }

    private void measure(int tenantId) {
        var mark = marks.of(tenantId);
        var before = summaries.state(tenantId).map(State::mark).orElse("");
        var measured = measurement.of(tenantId);
        var state =
                new State(mark, before.equals(mark), measured.took(), measured.summary().asOf());
        summaries.write(tenantId, measured.summary(), state);
        days.write(tenantId, measured);
    }
}
