package io.penstock.platform.trend;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The history of an inventory, day by day. */
@Component
public class Trends {

    /** Most days of one answer. */
    public static final int DAYS_MAX = 1_000;

    private static final int DAYS = 90;

    private final DayRows rows;
    private final Clock clock;

    Trends(DayRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The last days, today included, oldest first; days that are not kept are absent. */
    public List<TrendDay> last(int tenantId, int days) {
        return between(tenantId, today().minusDays(days - 1L), today());
    }

    /**
     * Oldest first, both ends included; days that are not kept are absent.
     *
     * @param from null for 90 days up to {@code to}
     * @param to null for today
     * @throws FaultException MALFORMED when the range is turned round or has too many days
     */
    public List<TrendDay> between(int tenantId, @Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? today() : to;
        var first = from == null ? last.minusDays(DAYS - 1L) : from;
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "RANGE_DAYS",
                    "The range from " + first + " to " + last + " has " + days + " days.",
                    "Give 'from' and 'to' so that it has 1 to " + DAYS_MAX + " days.");
        }
        return rows.between(tenantId, first, last);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
