package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.ExportedFinding.Context;
import io.penstock.platform.search.ExportedFinding.Decision;
import io.penstock.platform.search.ExportedFinding.Epss;
import io.penstock.platform.search.FindingDetail.Origin;
import io.penstock.platform.search.FindingDetail.Vulnerability;
import io.penstock.platform.search.FindingRow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a file says of a finding; those of one group stand together. */
final class FindingColumns {

    static final List<Column<ExportedFinding>> ALL =
            Stream.of(
                            row(),
                            vulnerability(),
                            origin(),
                            times(),
                            context(),
                            MachineColumns.of("machine.", ExportedFinding::machine))
                    .flatMap(List::stream)
                    .toList();

    private FindingColumns() {}

    private static List<Column<ExportedFinding>> row() {
        return List.of(
                row("id", FindingRow::id),
                row("assetId", FindingRow::assetId),
                row("assetName", FindingRow::assetName),
                row("title", FindingRow::title),
                row("cveId", FindingRow::cveId),
                row("severity", FindingRow::severity),
                row("score", FindingRow::score),
                row("status", FindingRow::status),
                row("firstFound", FindingRow::firstFound),
                row("lastFound", FindingRow::lastFound),
                row("product", FindingRow::product),
                row("suppressed", FindingRow::suppressed),
                row("expired", FindingRow::expired),
                row("vendorProductName", FindingRow::vendorProductName));
    }

    private static List<Column<ExportedFinding>> vulnerability() {
        return List.of(
                known("description", Vulnerability::description),
                known("recommendation", Vulnerability::recommendation),
                known("cvss2", Vulnerability::cvss2),
                known("cvss3", Vulnerability::cvss3),
                known("cvss4", Vulnerability::cvss4),
                known("sourceSeverity", Vulnerability::sourceSeverity),
                known("kev", Vulnerability::kev),
                known("exploitStatus", Vulnerability::exploitStatus),
                known("exprt", Vulnerability::exprt));
    }

    private static List<Column<ExportedFinding>> origin() {
        return List.of(
                from("vendorName", Origin::vendorName),
                from("connectionName", Origin::connectionName),
                from("connectionUuid", Origin::connectionUuid),
                from("externalFindingId", Origin::externalFindingId),
                from("subType", Origin::subType),
                from("detectionMethod", Origin::detectionMethod),
                from("vendorFindingId", Origin::vendorFindingId),
                from("port", Origin::port),
                from("protocol", Origin::protocol));
    }

    private static List<Column<ExportedFinding>> context() {
        return List.of(
                new Column<>("epss.probability", of(Context::epss, Epss::probability)),
                new Column<>("epss.percentile", of(Context::epss, Epss::percentile)),
                new Column<>("epss.modelDate", of(Context::epss, Epss::modelDate)),
                new Column<>("decision.kind", of(Context::decision, Decision::kind)),
                new Column<>("decision.reason", of(Context::decision, Decision::reason)),
                new Column<>("decision.decidedAt", of(Context::decision, Decision::decidedAt)),
                new Column<>("decision.until", of(Context::decision, Decision::until)));
    }

    private static <P> Function<ExportedFinding, @Nullable Object> of(
            Function<Context, @Nullable P> part, Function<P, Object> value) {
        return finding -> {
            var said = part.apply(finding.context());
            return said == null ? null : value.apply(said);
        };
    }

    private static List<Column<ExportedFinding>> times() {
        return List.of(
                new Column<>("history.fixedAt", finding -> finding.times().fixedAt()),
                new Column<>("history.reopenedAt", finding -> finding.times().reopenedAt()),
                new Column<>("history.missingSince", finding -> finding.times().missingSince()),
                new Column<>("history.changedAt", finding -> finding.times().changedAt()));
    }

    private static Column<ExportedFinding> row(
            String name, Function<FindingRow, @Nullable Object> value) {
        return new Column<>(name, finding -> value.apply(finding.row()));
    }

    private static Column<ExportedFinding> known(
            String name, Function<Vulnerability, @Nullable Object> value) {
        return new Column<>(
                "vulnerability." + name, finding -> value.apply(finding.vulnerability()));
    }

    private static Column<ExportedFinding> from(
            String name, Function<Origin, @Nullable Object> value) {
        return new Column<>("origin." + name, finding -> value.apply(finding.origin()));
    }
}
