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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Records made from a seed: values missing, texts hostile, addresses of every form. */
final class OcsfRecords {

    private static final String[] STATUSES = {"NEW", "ACTIVE", "FIXED", "REOPENED"};
    private static final String[] SYSTEMS = {
        "Windows Server 2019", "Windows 10", "RHEL 8.4", "Ventura (13)", "IOS XE", "VxWorks"
    };
    private static final String[] IPS = {
        "10.1.2.3",
        "255.255.255.255",
        "2001:DB8::1",
        "::",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "1.2.3",
        "010.1.2.3",
        "1::2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::",
        "no address"
    };
    private static final String[] MACS = {
        "00:50:56:93:D7:C1", "00-50-56-93-d7-c1", "0050.5693.d7c1", "00:50:56", "x"
    };

    private final Random random;
    private final OcsfTexts texts;
    private final int hosts;

    /**
     * @param hosts that the findings are on
     */
    OcsfRecords(long seed, int hosts) {
        this.random = new Random(seed);
        this.texts = new OcsfTexts(random);
        this.hosts = hosts;
    }

    ExportedFinding finding() {
        var origin =
                new FindingDetail.Origin(
                        texts.next(),
                        texts.next(),
                        uuid(),
                        texts.next(),
                        texts.next(),
                        texts.next(),
                        texts.next(),
                        maybe() ? random.nextInt(65_536) : null,
                        texts.next());
        var times = new ExportedFinding.Times(timeOrNull(), timeOrNull(), timeOrNull(), time());
        return new ExportedFinding(row(), vulnerability(), origin, times, machine(), context());
    }

    ExportedAsset asset() {
        var row =
                new AssetRow(
                        uuid(),
                        texts.next(),
                        texts.next(),
                        List.of(),
                        List.of(texts.next(), "CrowdStrike Spotlight"),
                        1 + random.nextInt(5),
                        random.nextInt(1_001),
                        time(),
                        time(),
                        random.nextBoolean(),
                        maybe() ? Map.of(5, random.nextLong(1_000_000)) : Map.of());
        return new ExportedAsset(row, machine());
    }

    private FindingRow row() {
        return new FindingRow(
                uuid(),
                new UUID(7, random.nextInt(hosts)),
                texts.next(),
                texts.next(),
                cveId(),
                1 + random.nextInt(5),
                one(STATUSES),
                time(),
                time(),
                texts.next(),
                random.nextInt(10) == 0,
                random.nextInt(10) == 0,
                texts.next(),
                maybe() ? 1 + random.nextInt(100) : null);
    }

    private FindingDetail.Vulnerability vulnerability() {
        return new FindingDetail.Vulnerability(
                texts.next(),
                texts.next(),
                cvss(),
                cvss(),
                cvss(),
                texts.next(),
                maybe(),
                maybe() ? random.nextInt(10) * 10 : null,
                texts.next());
    }

    private ExportedFinding.Context context() {
        var epss =
                new ExportedFinding.Epss(
                        BigDecimal.valueOf(random.nextInt(1_000_000_001), 9),
                        BigDecimal.valueOf(random.nextInt(1_000_000_001), 9),
                        LocalDate.ofEpochDay(random.nextInt(30_000)));
        var kind = maybe() ? "RISK_ACCEPTED" : "FALSE_POSITIVE";
        var decision = new ExportedFinding.Decision(kind, texts.next(), time(), time());
        return new ExportedFinding.Context(maybe() ? epss : null, maybe() ? decision : null);
    }

    private Machine machine() {
        return new Machine(
                maybe() ? one(SYSTEMS) : texts.next(),
                some(IPS),
                some(MACS),
                texts.next(),
                texts.next(),
                texts.next(),
                new AssetDetail.Identifiers(
                        texts.next(),
                        maybe() ? uuid().toString() : texts.next(),
                        texts.next(),
                        texts.next(),
                        Map.of()));
    }

    private @Nullable String cveId() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> texts.next();
            default -> "CVE-2024-" + (1_000 + random.nextInt(90_000));
        };
    }

    private @Nullable BigDecimal cvss() {
        return maybe() ? BigDecimal.valueOf(random.nextInt(101), 1) : null;
    }

    private List<String> some(String[] choices) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(_ -> one(choices)).toList();
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Instant time() {
        return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    }

    private @Nullable Instant timeOrNull() {
        return maybe() ? time() : null;
    }

    private boolean maybe() {
        return random.nextBoolean();
    }
}
