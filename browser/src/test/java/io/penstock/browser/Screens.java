package io.penstock.browser;

import com.microsoft.playwright.options.AriaRole;

import io.penstock.launcher.stack.Pause;

import java.time.Duration;
import java.util.List;

/** The main screens. A new one is a line here, and its picture. */
final class Screens {

    static final String HOSTS = "/inventory/assets/host";
    static final String FINDINGS = "/risk-management/findings/vulnerability";

    private static final Screen CONNECTION = Screen.ofConnection("connection", "");
    private static final Screen RUN = CONNECTION.then("run", "Details and rejected records");
    private static final Screen HOST = Screen.firstOf("host", HOSTS);
    private static final Screen MAP = Screen.firstOf("map", "/maps");

    /** Everybody's. */
    static final List<Screen> ALL =
            List.of(
                    Screen.at("connectors", "/connectors"),
                    Screen.at("connections", "/connections"),
                    CONNECTION,
                    Screen.ofConnection("connection-profiles", "/profiles"),
                    Screen.ofConnection("connection-runs", "/runs"),
                    Screen.ofConnection("connection-engines", "/engines"),
                    Screen.ofConnection("connection-health", "/health"),
                    Screen.ofConnection("connection-set-up", "/set-up"),
                    Screen.ofConnection("connection-identification", "/identification"),
                    RUN,
                    RUN.then("run-slices", "Slices"),
                    Screen.at("quarantine", "/quarantine"),
                    Screen.at("maps", "/maps"),
                    MAP,
                    MAP.then("map-versions", "Versions"),
                    Screen.at("models", "/models"),
                    Screen.at("model", "/models/penstock-risk"),
                    Screen.at("hosts", HOSTS),
                    HOST,
                    Screen.at("identification", "/identification"),
                    Screen.at("identification-ambiguous", "/identification/ambiguous"),
                    Screen.at("identification-suspicious", "/identification/suspicious"),
                    Screen.at("identification-decisions", "/identification/decisions"),
                    Screen.at("identification-jobs", "/identification/jobs"),
                    Screen.at("findings", FINDINGS),
                    Screen.firstOf("finding", FINDINGS),
                    Screen.at("query-error", FINDINGS + "?query=finding.severty%3A5"),
                    Screen.at("query-help", "/help/query"),
                    Screen.at("acceptances", "/risk-management/acceptances"),
                    Screen.at("reports", "/reports"),
                    Screen.at("searches", "/searches"),
                    Screen.at("users", "/administration/users"),
                    Screen.at("tokens", "/administration/tokens"),
                    Screen.at("audit", "/administration/audit"),
                    Screen.at("settings", "/administration/settings"),
                    Screen.at("lists", "/administration/lists"),
                    Screen.at("tags", "/administration/tags"),
                    Screen.at("account", "/account"),
                    // Last, because its figures follow a run within a minute.
                    new Screen("dashboard", (tab, _) -> dashboard(tab)));

    /** Those a viewer has no business with. */
    static final List<Screen> ADMINISTRATORS =
            List.of(
                    Screen.at("wizard", "/connections/new"),
                    Screen.ofConnection("connection-edit", "/edit"),
                    Screen.ofConnection("connection-delete", "/delete"),
                    Screen.ofConnection("profile-new", "/profiles/new"),
                    Screen.at("map-new", "/maps/new"),
                    Screen.at("map-import", "/maps/import"),
                    Screen.at("rule-new", "/identification/rules/new"));

    /** Those that are reached over a link which a viewer does not see. */
    static final List<Screen> BEHIND = List.of(HOST.then("merge-search", "Merge…"));

    private static final Duration FIGURES_LIMIT = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 500;

    private Screens() {}

    private static void dashboard(Tab tab) {
        var end = System.nanoTime() + FIGURES_LIMIT.toNanos();
        var none = Names.like("Hosts\\s*0\\s*in the inventory");
        while (tab.open("/dashboard").page().getByRole(AriaRole.LINK, none).count() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the dashboard does not follow the first run");
            }
            Pause.millis(LOOK_MILLIS);
        }
    }
}
