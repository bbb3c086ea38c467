package io.penstock.benchmarks.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The pages a person opens: each area's first page, and one of each thing it lists. */
final class ConsolePages {

    private static final String HOSTS = "/inventory/assets/host";
    private static final String FINDINGS = "/risk-management/findings/vulnerability";

    private static final List<String> FIXED =
            List.of(
                    "/dashboard",
                    "/connections",
                    "/connectors",
                    "/maps",
                    "/quarantine",
                    "/identification",
                    HOSTS,
                    HOSTS + "?query=asset.name:a*",
                    FINDINGS,
                    FINDINGS + "?query=finding.severity:5",
                    "/reports");

    private static final List<String> LISTS = List.of("/connections", HOSTS, FINDINGS);

    private ConsolePages() {}

    static List<String> of(Visitor visitor) {
        var all = new ArrayList<>(FIXED);
        for (var list : LISTS) {
            all.addAll(links(visitor.page(list), list));
        }
        for (var connection : links(visitor.page("/connections"), "/connections")) {
            all.addAll(links(visitor.page(connection), "/runs"));
        }
        return List.copyOf(all);
    }

    /** The first link to one thing of a list, by its identifier. */
    private static List<String> links(String page, String below) {
        return Pattern.compile("href=\"(" + below + "/[0-9a-f]{8}-[0-9a-f-]{27})\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(1)
                .toList();
    }
}
