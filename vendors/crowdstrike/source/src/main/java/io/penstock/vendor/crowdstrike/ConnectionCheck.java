package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.source.CheckStep;
import io.penstock.source.CheckStep.Outcome;
import io.penstock.vendor.crowdstrike.Endpoint.Scope;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries a connection: the token, every scope by its name in the console, one row of each stream.
 * One call each, none repeated, so that the times are the vendor's.
 */
final class ConnectionCheck {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final String NOT_TRIED = "Not tried, because an earlier step failed.";

    /** Where the calls of a check go. */
    record Line(FalconHttp http, TokenKeeper tokens, FalconClient client) {}

    private final Line line;
    private final InstantSource clock;
    private final boolean combined;

    ConnectionCheck(Line line, InstantSource clock, boolean combined) {
        this.line = line;
        this.clock = clock;
        this.combined = combined;
    }

    List<CheckStep> steps() {
        var steps = new ArrayList<CheckStep>();
        steps.add(tried("Token", this::token));
        var login = failed(steps.getFirst());
        steps.add(scope(Scope.VULNERABILITIES, Endpoint.VULNERABILITIES, login));
        steps.add(scope(Scope.ASSETS, hosts(), login));
        steps.add(recommended(Scope.HOSTS, Endpoint.DEVICES, login));
        steps.add(recommended(Scope.HOST_GROUPS, Endpoint.HOST_GROUPS, login));
        steps.add(row("One vulnerability", failed(steps.get(1)), this::finding));
        steps.add(row("One host", failed(steps.get(2)), this::host));
        return steps;
    }

    private static boolean failed(CheckStep step) {
        return step.outcome() != Outcome.OK;
    }

    private Endpoint hosts() {
        return combined ? Endpoint.HOSTS_COMBINED : Endpoint.HOST_IDS;
    }

    private Found token() {
        line.tokens().current();
        var http = line.http();
        var region = http.region().isEmpty() ? "" : ", region " + http.region();
        return new Found(
                "CrowdStrike at " + http.home() + region + " accepted the API client.",
                skew(http.date(), clock.instant()).orElse(""));
    }

    /** A hint when this machine's clock and the vendor's differ; tokens would seem to die early. */
    private static Optional<String> skew(String date, Instant now) {
        try {
            var theirs =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            var off = Duration.between(theirs, now);
            return off.abs().compareTo(CLOCK_TOLERANCE) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "This machine's clock is "
                                    + off.abs().toSeconds()
                                    + " s "
                                    + (off.isNegative() ? "behind" : "ahead of")
                                    + " the vendor's; set it right, since runs read up to its"
                                    + " time.");
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private CheckStep scope(Scope scope, Endpoint endpoint, boolean skipped) {
        return skipped
                ? skipped(scope.label())
                : tried(scope.label(), () -> granted(scope, endpoint));
    }

    private Found granted(Scope scope, Endpoint endpoint) {
        var query = Query.EMPTY.with("limit", 1).with("filter", filter(endpoint));
        var answer = line.client().get(endpoint, query);
        line.client().judge(endpoint, answer, ErrorEnvelope.of(answer).error());
        return new Found("The API client has the scope " + scope.label() + ".", "");
    }

    private static String filter(Endpoint endpoint) {
        return switch (endpoint) {
            case VULNERABILITIES -> "created_timestamp:>'1970-01-01'";
            case HOST_IDS, HOSTS, HOSTS_COMBINED -> "first_seen_timestamp:>'1970-01-01'";
            case DEVICES, HOST_GROUPS -> "";
        };
    }

    /** A scope that nothing needs yet: its lack is told, but does not fail the check. */
    private CheckStep recommended(Scope scope, Endpoint endpoint, boolean skipped) {
        if (skipped) {
            return skipped(scope.label());
        }
        return tried(
                scope.label(),
                () -> {
                    try {
                        return granted(scope, endpoint);
                    } catch (FaultException e) {
                        return new Found(
                                "The scope "
                                        + scope.label()
                                        + " was not found; it is recommended, reading works"
                                        + " without it.",
                                e.fault().message());
                    }
                });
    }

    private CheckStep row(String name, boolean skipped, Supplier<Found> question) {
        return skipped ? skipped(name) : tried(name, question);
    }

    private Found finding() {
        var source = CursorEndpoint.findings(ReadPlan.standard());
        var answer =
                line.client()
                        .get(source.endpoint(), source.query(filter(source.endpoint()), 1, "asc"));
        var scan = scan(answer, source.endpoint(), StreamKey.FINDINGS);
        var blocks = scan.blocks();
        var whole = scan.records() == 0 || (blocks.hosts() > 0 && blocks.cves() > 0);
        return new Found(
                told(scan.records(), scan.total(), "vulnerabilities"),
                whole ? "" : "The row carries no host_info or no cve block.");
    }

    private Found host() {
        if (combined) {
            var source = CursorEndpoint.hosts();
            var answer =
                    line.client()
                            .get(
                                    source.endpoint(),
                                    source.query(filter(source.endpoint()), 1, "asc"));
            var scan = scan(answer, source.endpoint(), StreamKey.HOSTS);
            return new Found(told(scan.records(), scan.total(), "hosts"), "");
        }
        var counts = new HostCounts(line.client());
        var query = HostCounts.query(filter(Endpoint.HOST_IDS), 1, 0, "asc");
        var ids = counts.judged(line.client().get(Endpoint.HOST_IDS, query));
        if (ids.ids().isEmpty()) {
            return new Found(told(0, ids.total(), "hosts"), "");
        }
        var one = Query.EMPTY.with("ids", ids.ids().getFirst());
        var scan = scan(line.client().get(Endpoint.HOSTS, one), Endpoint.HOSTS, StreamKey.HOSTS);
        return new Found(told(scan.records(), ids.total(), "hosts"), "");
    }

    private PageScan scan(io.penstock.source.HttpAnswer answer, Endpoint endpoint, StreamKey key) {
        var scan = PageScan.of(answer, endpoint, key.order(), RecordKey.NONE);
        line.client().judge(endpoint, answer, scan.error());
        return scan;
    }

    private static String told(int rows, long total, String what) {
        return "CrowdStrike has " + total + " " + what + "; " + rows + " of them was read.";
    }

    /** What a step found, and what a person should know of it. */
    private record Found(String sentence, String hint) {}

    private CheckStep tried(String name, Supplier<Found> question) {
        var started = clock.millis();
        try {
            var found = question.get();
            return new CheckStep(
                    name, Outcome.OK, clock.millis() - started, found.sentence(), found.hint());
        } catch (FaultException e) {
            return new CheckStep(
                    name,
                    Outcome.FAILED,
                    clock.millis() - started,
                    e.fault().message(),
                    e.fault().hint());
        }
    }

    private static CheckStep skipped(String name) {
        return new CheckStep(name, Outcome.SKIPPED, 0, NOT_TRIED, "");
    }
}
