package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.FindingOrder;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.PageText;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which records there are, and which are in a page: {@code host <id>}, {@code finding <id>}. */
final class HeldRecords {

    private static final String HOST = "host ";
    private static final String FINDING = "finding ";
    // Three blanks: a member of a record itself, not of anything inside it.
    private static final Pattern ID = Pattern.compile("(?m)^   \"id\": \"([^\"]+)\"");

    private HeldRecords() {}

    static Stream<String> of(Tenant tenant) {
        Stream<String> hosts =
                Arrays.stream(tenant.hostOrder().all())
                        .mapToObj(host -> HOST + tenant.hosts().id(host));
        Finding finding = tenant.finding();
        FindingOrder order = tenant.byCreation();
        Stream<String> findings =
                IntStream.range(0, order.size())
                        .mapToObj(place -> finding(finding.at(order.at(place))));
        return Stream.concat(hosts, findings);
    }

    private static String finding(Finding finding) {
        boolean open =
                finding.status() == Finding.Status.OPEN
                        || finding.status() == Finding.Status.REOPEN;
        return (open ? "finding:open " : "finding:done ") + finding.id();
    }

    /** The records of an answer that is whole. */
    static Stream<String> in(SimulatedRequest request, SimulatedAnswer answer) {
        Optional<String> kind = kind(request.path());
        if (answer.status() != 200 || kind.isEmpty()) {
            return Stream.empty();
        }
        return PageText.of(answer.body(), answer.headers().containsKey("Content-Encoding"))
                .filter(PageText::whole)
                .map(page -> ID.matcher(page.text()).results().map(id -> kind.get() + id.group(1)))
                .orElseGet(Stream::empty);
    }

    private static Optional<String> kind(String path) {
        if (path.startsWith("/spotlight/")) {
            return Optional.of(FINDING);
        }
        return path.startsWith("/discover/") ? Optional.of(HOST) : Optional.empty();
    }
}
