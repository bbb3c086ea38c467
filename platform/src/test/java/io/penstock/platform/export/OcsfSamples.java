package io.penstock.platform.export;

import io.penstock.platform.search.AssetDetail;
import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.ExportedAsset;
import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.FindingDetail;
import io.penstock.platform.search.FindingRow;
import io.penstock.platform.search.Machine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One finding and one asset that say everything, and ways to change a part of them. */
final class OcsfSamples {

    static final ExportFacts FACTS =
            new ExportFacts(Instant.parse("2026-11-28T10:00:00Z"), "0.1.0", "Main");

    private static final UUID ASSET = UUID.fromString("0b8d4f0a-77f1-4c39-8f60-3f6f3f1d9a02");
    private static final UUID CONNECTION = UUID.fromString("b1a3c5d7-1111-4222-8333-444455556666");

    private OcsfSamples() {}

    static ExportedFinding finding() {
        return finding("ACTIVE", "CVE-2021-44228");
    }

    static ExportedFinding finding(String status, @Nullable String cve) {
        return finding(status, cve, false, threat(true, 90));
    }

    static ExportedFinding finding(
            String status,
            @Nullable String cve,
            boolean suppressed,
            FindingDetail.Vulnerability vulnerability) {
        var row =
                new FindingRow(
                        id(status, cve),
                        ASSET,
                        "web-1",
                        "Apache Log4j2 remote code execution",
                        cve,
                        5,
                        status,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Instant.parse("2026-11-27T08:00:00Z"),
                        "log4j-core 2.14.1",
                        suppressed,
                        false,
                        "Spotlight",
                        97);
        return new ExportedFinding(
                row,
                vulnerability,
                origin(),
                times(status),
                machine(),
                ExportedFinding.Context.NONE);
    }

    /** One that a person has decided on, with what EPSS says of its CVE. */
    static ExportedFinding decided(String kind) {
        var open = finding("REOPENED", "CVE-2021-44228");
        return new ExportedFinding(
                open.row(),
                open.vulnerability(),
                open.origin(),
                open.times(),
                open.machine(),
                new ExportedFinding.Context(
                        new ExportedFinding.Epss(
                                new BigDecimal("0.943580000"),
                                new BigDecimal("0.999600000"),
                                LocalDate.of(2026, 11, 20)),
                        new ExportedFinding.Decision(
                                kind,
                                "The class is not in the jar.",
                                Instant.parse("2026-11-21T07:00:00Z"),
                                Instant.parse("2027-01-01T00:00:00Z"))));
    }

    private static UUID id(String status, @Nullable String cve) {
        return UUID.nameUUIDFromBytes((status + cve).getBytes(StandardCharsets.UTF_8));
    }

    static FindingDetail.Vulnerability threat(boolean kev, @Nullable Integer exploitStatus) {
        return new FindingDetail.Vulnerability(
                "JNDI look-ups in log messages run code.",
                "Update to 2.17.1 or newer.",
                new BigDecimal("9.3"),
                new BigDecimal("10.0"),
                null,
                "CRITICAL",
                kev,
                exploitStatus,
                "CRITICAL");
    }

    static ExportedAsset asset(Machine machine) {
        var row =
                new AssetRow(
                        ASSET,
                        "web-1",
                        machine.operatingSystem(),
                        machine.ipAddresses(),
                        List.of("CrowdStrike Spotlight"),
                        4,
                        812,
                        Instant.parse("2025-12-01T00:00:00Z"),
                        Instant.parse("2026-11-27T09:00:00Z"),
                        false,
                        Map.of(5, 3L, 4, 11L));
        return new ExportedAsset(row, machine);
    }

    static Machine machine() {
        return machine(
                List.of("10.1.2.3", "2001:db8::7"),
                List.of("00-50-56-93-d7-c1"),
                "4c4c4544-0042-3510-8052-b4c04f384d32");
    }

    static Machine machine(List<String> ips, List<String> macs, String hardwareUuid) {
        return new Machine(
                "Windows Server 2019",
                ips,
                macs,
                "0a1b2c3d",
                "VMW-42",
                "Phoenix Technologies LTD",
                new AssetDetail.Identifiers(
                        "web-1.example.org", hardwareUuid, "i-0abcd1234", "AWS", Map.of()));
    }

    private static FindingDetail.Origin origin() {
        return new FindingDetail.Origin(
                "CrowdStrike",
                "Head office",
                CONNECTION,
                "a1b2_c3d4",
                "Confirmed",
                "Endpoint sensor",
                "QID-38170",
                443,
                "tcp");
    }

    private static ExportedFinding.Times times(String status) {
        var fixedAt = status.equals("FIXED") ? Instant.parse("2026-11-27T08:00:00Z") : null;
        return new ExportedFinding.Times(
                fixedAt, null, null, Instant.parse("2026-11-27T08:05:00Z"));
    }
}
