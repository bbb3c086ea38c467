package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance;
import io.penstock.platform.acceptance.Acceptances;
import io.penstock.platform.score.AssetScores;
import io.penstock.platform.search.FindingCounts;
import io.penstock.platform.search.FindingDetail;
import io.penstock.platform.search.FindingFacets;
import io.penstock.platform.search.FindingGroups;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.FindingRow;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.search.GroupBy;
import io.penstock.platform.search.ResultPage;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Findings, worst first (S-084, S-085). */
@RestController
class FindingsController {

    private final FindingSearch findings;
    private final FindingCounts counts;
    private final AssetScores scores;
    private final Acceptances acceptances;

    FindingsController(
            FindingSearch findings,
            FindingCounts counts,
            AssetScores scores,
            Acceptances acceptances) {
        this.findings = findings;
        this.counts = counts;
        this.scores = scores;
        this.acceptances = acceptances;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     * @param count of all matching findings, bounded; {@code exact} says whether it is all of them
     */
    record FindingsJson(List<FindingRow> rows, @Nullable String next, long count, boolean exact) {

        static FindingsJson of(ResultPage<FindingRow> page) {
            return new FindingsJson(
                    page.rows(), page.next().orElse(null), page.count(), page.exact());
        }
    }

    /** What there is beside the finding itself. */
    private record Besides(@Nullable ScoreJson score, List<Acceptance> acceptances) {}

    /**
     * @param score why it has the score it has; null for the moment until it is scored
     * @param acceptances whatever was decided about it, newest first
     */
    record FindingJson(
            FindingRow finding,
            @Nullable ScoreJson score,
            FindingDetail.Vulnerability vulnerability,
            FindingDetail.Origin origin,
            FindingDetail.History history,
            FindingDetail.Presence presence,
            List<FindingDetail.Source> sources,
            List<FindingDetail.Event> events,
            List<Acceptance> acceptances) {

        private static FindingJson of(FindingDetail detail, Besides besides) {
            return new FindingJson(
                    detail.row(),
                    besides.score(),
                    detail.vulnerability(),
                    detail.origin(),
                    detail.history(),
                    detail.presence(),
                    detail.sources(),
                    detail.events(),
                    besides.acceptances());
        }
    }

    /**
     * Findings that match a query, by severity, then last found, newest first.
     *
     * @param order WORST_FIRST, or MILDEST_FIRST for the same list from its end
     * @return one page
     */
    @GetMapping("/api/v1/findings")
    FindingsJson find(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return FindingsJson.of(findings.find(caller.tenantId(), query, order, after, limit));
    }

    /**
     * How the matching findings split up by severity and by status.
     *
     * @return counts
     */
    @GetMapping("/api/v1/findings/facets")
    FindingFacets facets(Caller caller, @RequestParam(defaultValue = "") String query) {
        return counts.facets(caller.tenantId(), query);
    }

    /**
     * How the matching findings split up by one property, the largest groups first.
     *
     * @param by what they are grouped by
     */
    @GetMapping("/api/v1/findings/counts")
    FindingGroups counts(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam GroupBy by,
            @RequestParam(defaultValue = "20") int limit) {
        return counts.groups(caller.tenantId(), query, by, limit);
    }

    /**
     * Everything of one finding.
     *
     * @return the finding
     */
    @GetMapping("/api/v1/findings/{id}")
    FindingJson one(Caller caller, @PathVariable UUID id) {
        return findings.get(caller.tenantId(), id)
                .map(detail -> FindingJson.of(detail, besides(caller, detail.row().id())))
                .orElseThrow(() -> unknown(id));
    }

    static FaultException unknown(UUID id) {
        return new FaultException(
                FaultKind.NOT_FOUND, "FINDING_UNKNOWN", "There is no finding " + id + ".", "");
    }

    private Besides besides(Caller caller, UUID finding) {
        return new Besides(
                scores.ofFinding(caller.tenantId(), finding).map(ScoreJson::ofFinding).orElse(null),
                acceptances.covering(caller.tenantId(), finding));
    }
}
