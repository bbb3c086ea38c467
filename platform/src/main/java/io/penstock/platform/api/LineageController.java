package io.penstock.platform.api;

import io.penstock.platform.intelligence.CveFacts;
import io.penstock.platform.intelligence.CveLookup;
import io.penstock.platform.quarantine.RawSearch;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.AssetTimeline;
import io.penstock.platform.search.FindingLineage;
import io.penstock.platform.search.FindingLineages;
import io.penstock.platform.search.TimelineEntry;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Where values come from, and what has happened. */
@RestController
class LineageController {

    private static final int ENTRIES_MAX = 200;

    private final AssetSearch assets;
    private final AssetTimeline timeline;
    private final FindingLineages lineages;
    private final RawSearch raw;
    private final CveLookup cves;

    LineageController(
            AssetSearch assets,
            AssetTimeline timeline,
            FindingLineages lineages,
            RawSearch raw,
            CveLookup cves) {
        this.assets = assets;
        this.timeline = timeline;
        this.lineages = lineages;
        this.raw = raw;
        this.cves = cves;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record TimelineJson(List<TimelineEntry> rows, @Nullable String next) {}

    /**
     * What happened to an asset, newest first; findings are summed up by run.
     *
     * @return one page
     */
    @GetMapping("/api/v1/assets/{id}/timeline")
    TimelineJson timeline(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ENTRIES_MAX);
        var asset =
                assets.idOf(caller.tenantId(), id).orElseThrow(() -> AssetsController.unknown(id));
        var rows = timeline.of(caller.tenantId(), asset, after, size);
        return new TimelineJson(rows, rows.size() < size ? null : rows.getLast().cursor());
    }

    /**
     * The record that a source sent of a host, out of the stored pages of its run.
     *
     * @param record its id
     * @param after where the search goes on; 0 at first
     * @return the record, or how far the search is
     */
    @GetMapping("/api/v1/host-records/{record}/raw")
    RawSearch.Found hostRecord(
            Caller caller,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "0") long after) {
        return raw.host(caller.tenantId(), record, after);
    }

    /**
     * The record that a source sent of a finding, out of the stored pages of its run.
     *
     * @param record its id
     * @param after where the search goes on; 0 at first
     * @return the record, or how far the search is
     */
    @GetMapping("/api/v1/finding-records/{record}/raw")
    RawSearch.Found findingRecord(
            Caller caller,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "0") long after) {
        return raw.finding(caller.tenantId(), record, after);
    }

    /**
     * Which record, run and version of a map each value of a finding comes from.
     *
     * @return the lineage
     */
    @GetMapping("/api/v1/findings/{id}/lineage")
    FindingLineage lineage(Caller caller, @PathVariable UUID id) {
        return lineages.of(caller.tenantId(), id).orElseThrow(() -> FindingsController.unknown(id));
    }

    /**
     * What the stored public lists say of a CVE.
     *
     * @param cve its number
     * @return EPSS, and the entry of CISA's catalogue
     */
    @GetMapping("/api/v1/cves/{cve}")
    CveFacts cve(Caller caller, @PathVariable String cve) {
        return cves.of(caller.tenantId(), cve);
    }
}
