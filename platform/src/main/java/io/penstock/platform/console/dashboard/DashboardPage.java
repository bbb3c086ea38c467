package io.penstock.platform.console.dashboard;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.security.Caller;
import io.penstock.platform.trend.Dashboards;
import io.penstock.platform.trend.Freshness;
import io.penstock.platform.trend.Summary;
import io.penstock.platform.trend.Trends;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** The page people arrive at (part C 4 of the domain): reads what was measured, counts nothing. */
@Controller
class DashboardPage {

    private static final String QUARTER = "90";
    private static final List<Integer> RANGES = List.of(30, 90, 365);

    private final Dashboards dashboards;
    private final Freshness freshness;
    private final Trends trends;

    DashboardPage(Dashboards dashboards, Freshness freshness, Trends trends) {
        this.dashboards = dashboards;
        this.freshness = freshness;
        this.trends = trends;
    }

    @GetMapping("/dashboard")
    String show(Caller caller, @RequestParam(defaultValue = QUARTER) int days, Model model) {
        var summary = dashboards.summary(caller.tenantId());
        model.addAttribute("begun", dashboards.begun(caller.tenantId()));
        model.addAttribute("summary", summary.orElse(null));
        model.addAttribute("seen", seen(summary.orElse(null)));
        model.addAttribute("streams", freshness.of(caller.tenantId()));
        fillTrend(caller, days, model);
        return "dashboard";
    }

    /** The part about the history, for another number of days. */
    @GetMapping("/dashboard/trend")
    String trend(Caller caller, @RequestParam(defaultValue = QUARTER) int days, Model model) {
        fillTrend(caller, days, model);
        return "dashboard-trend :: trend";
    }

    /** The table of the days, when somebody opens it. */
    @GetMapping("/dashboard/days")
    String days(Caller caller, @RequestParam(defaultValue = QUARTER) int days, Model model) {
        var trend = trends.last(caller.tenantId(), range(days));
        model.addAttribute("newestFirst", trend.reversed());
        return "dashboard-trend :: days";
    }

    /**
     * Whether there are newer figures than the page shows. A page that waits for the first ones is
     * made anew by itself; any other says so, because it may be being read.
     *
     * @param seen time of the figures the page shows; 0 while it shows none
     */
    @GetMapping("/dashboard/newer")
    @Nullable String newer(
            Caller caller,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = QUARTER) int days,
            HttpServletResponse response,
            Model model) {
        var now = seen(dashboards.summary(caller.tenantId()).orElse(null));
        if (now == seen) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (seen == 0) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("days", range(days));
        return "dashboard :: newer";
    }

    private static long seen(@Nullable Summary summary) {
        return summary == null ? 0 : summary.asOf().toEpochMilli();
    }

    private void fillTrend(Caller caller, int days, Model model) {
        var trend = trends.last(caller.tenantId(), range(days));
        model.addAttribute("days", days);
        model.addAttribute("ranges", RANGES);
        model.addAttribute("trend", TrendView.of(trend));
    }

    private static int range(int days) {
        if (!RANGES.contains(days)) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "DAYS_RANGE",
                    "The dashboard shows no history of " + days + " days.",
                    "Choose 30, 90 or 365.");
        }
        return days;
    }
}
