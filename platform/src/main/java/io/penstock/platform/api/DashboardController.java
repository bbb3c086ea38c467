package io.penstock.platform.api;

import io.penstock.platform.security.Caller;
import io.penstock.platform.trend.Dashboards;
import io.penstock.platform.trend.Freshness;
import io.penstock.platform.trend.StreamFreshness;
import io.penstock.platform.trend.Summary;
import io.penstock.platform.trend.TrendDay;
import io.penstock.platform.trend.Trends;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** The inventory in figures, and their history. */
@RestController
class DashboardController {

    private final Dashboards dashboards;
    private final Freshness freshness;
    private final Trends trends;

    DashboardController(Dashboards dashboards, Freshness freshness, Trends trends) {
        this.dashboards = dashboards;
        this.freshness = freshness;
        this.trends = trends;
    }

    /**
     * @param summary as it was measured last; null until it was measured for the first time
     * @param streams how fresh the inventory is now, the worst first
     */
    record DashboardJson(@Nullable Summary summary, List<StreamFreshness> streams) {}

    /**
     * @param days oldest first; days that are not kept are absent
     */
    record TrendJson(List<TrendDay> days) {}

    /**
     * The inventory in figures, each with the query that finds what it counts. They are measured in
     * the background, so a query may find something newer.
     *
     * @return the figures and their time
     */
    @GetMapping("/api/v1/dashboard")
    DashboardJson show(Caller caller) {
        return new DashboardJson(
                dashboards.summary(caller.tenantId()).orElse(null),
                freshness.of(caller.tenantId()));
    }

    /**
     * The history of the figures, day by day in UTC; at most 1,000 days.
     *
     * @param from the first day; left out, it is 90 days up to the last
     * @param to the last day; left out, it is today
     * @return days
     */
    @GetMapping("/api/v1/trend")
    TrendJson trend(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to) {
        return new TrendJson(trends.between(caller.tenantId(), from, to));
    }
}
