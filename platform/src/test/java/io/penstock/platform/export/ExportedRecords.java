package io.penstock.platform.export;

import io.penstock.platform.search.AssetDetail.Identifiers;
import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.FindingDetail;
import io.penstock.platform.search.FindingRow;
import io.penstock.platform.search.Machine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records with everything, with next to nothing, and with texts that are hard to write. */
final class ExportedRecords {

    private ExportedRecords() {}

    static List<ExportedFinding> findings() {
        return List.of(
                finding("WEB-01", "Log4j, \"remote\" code", 5, 97),
                finding("=1+1", "-2+3\ncmd|' /C calc'!A0", 1, null));
    }

    private static ExportedFinding finding(
            String asset, String title, int severity, @Nullable Integer score) {
        var full = score != null;
        return new ExportedFinding(
                row(asset, title, severity, score),
                new FindingDetail.Vulnerability(
                        full ? "Lookups run remote code.\nUpdate." : "",
                        full ? "Update Log4j to 2.17." : "",
                        null,
                        full ? new BigDecimal("10.0") : null,
                        null,
                        full ? "CRITICAL" : "",
                        full,
                        full ? 90 : null,
                        ""),
                origin(full),
                new ExportedFinding.Times(
                        null,
                        full ? Instant.parse("2026-02-10T08:00:00Z") : null,
                        null,
                        Instant.parse("2026-03-01T00:00:00Z")),
                machine(full),
                full ? context() : ExportedFinding.Context.NONE);
    }

    private static ExportedFinding.Context context() {
        return new ExportedFinding.Context(
                new ExportedFinding.Epss(
                        new BigDecimal("0.975010000"),
                        new BigDecimal("0.999880000"),
                        LocalDate.parse("2026-02-28")),
                new ExportedFinding.Decision(
                        "RISK_ACCEPTED",
                        "=behind a firewall",
                        Instant.parse("2026-02-20T00:00:00Z"),
                        Instant.parse("2026-08-20T00:00:00Z")));
    }

    private static FindingRow row(
            String asset, String title, int severity, @Nullable Integer score) {
        return new FindingRow(
                new UUID(0, 0xf0 + severity),
                new UUID(0, 0xa1),
                asset,
                title,
                score == null ? null : "CVE-2021-44228",
                severity,
                "REOPENED",
                Instant.parse("2026-01-10T00:00:00Z"),
                Instant.parse("2026-03-01T10:00:00.123456Z"),
                score == null ? "" : "Apache Log4j 2.14",
                false,
                true,
                "Spotlight",
                score);
    }

    private static FindingDetail.Origin origin(boolean full) {
        return new FindingDetail.Origin(
                "CrowdStrike",
                "Head office",
                new UUID(0, 0xd1),
                "ext_1",
                full ? "Vulnerability" : "",
                "",
                full ? "@SUM(A1)" : "",
                full ? 443 : null,
                full ? "tcp" : "");
    }

    static List<ExportedAsset> assets() {
        return List.of(
                asset("WEB-01", true, Map.of(5, 2L, 1, 1L)), asset("\uff1dcmd", false, Map.of()));
    }

    private static ExportedAsset asset(String name, boolean full, Map<Integer, Long> open) {
        return new ExportedAsset(
                new AssetRow(
                        new UUID(0, 0xa1),
                        name,
                        full ? "Windows Server 2022" : "",
                        full ? List.of("10.1.0.1", "fe80::1") : List.of(),
                        full ? List.of("CrowdStrike Spotlight", "Other") : List.of("Other"),
                        5,
                        full ? 870 : 0,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-03-01T00:00:00Z"),
                        !full,
                        open),
                machine(full));
    }

    private static Machine machine(boolean full) {
        return new Machine(
                full ? "Windows Server 2022" : "",
                full ? List.of("10.1.0.1", "fe80::1") : List.of(),
                full ? List.of("00:50:56:AA:BB:01") : List.of(),
                "x1",
                full ? "+49 30" : "",
                full ? "VMware" : "",
                new Identifiers(
                        full ? "web-01.example.com" : "",
                        "",
                        "",
                        "",
                        full ? Map.of("fqdn", new UUID(0, 0xb1)) : Map.of()));
    }
}
