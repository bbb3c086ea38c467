package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What is known about the CVE with a number. The number says the image family, the round in which
 * it came up and its place in that round's list, which starts with those most hosts have.
 */
public final class Cves {

    private static final int FAMILIES = Image.Family.count();
    private static final int PER_PLACE = FAMILIES * Calendar.ROUNDS;
    // Three of four places of the list apply to an image.
    private static final int PLACES = Load.ROUND_MAX / 3 * 4 + 4;
    private static final int NUMBERS = PER_PLACE * PLACES;
    private static final int SCRAMBLE = 7919;

    private static final int SEVERITY = 60;
    private static final int EXPRT = 61;
    private static final int EXPLOIT = 62;
    private static final int SCORE = 63;
    private static final int TYPE = 64;
    private static final int ODD = 65;
    private static final int METADATA = 66;
    private static final int FIX = 67;
    private static final int PUBLISHED = 68;
    private static final int OLD = 69;

    private static final String[] SEVERITIES = {
        "CRITICAL", "HIGH", "MEDIUM", "LOW", "NONE", "UNKNOWN"
    };
    private static final String[] RATINGS = {"LOW", "MEDIUM", "HIGH", "CRITICAL", "UNKNOWN"};
    private static final int[] LOWEST = {90, 70, 40, 1, 0, 0};
    private static final int[] HIGHEST = {100, 89, 69, 39, 0, 0};

    private final long seed;
    private final int oldRecords;
    private final long historyStart;

    Cves(Population population, long historyStart) {
        this.seed = population.seed();
        this.oldRecords = population.traits().perMille().oldRecords();
        this.historyStart = historyStart;
    }

    /** The number of the CVE that is the {@code ordinal}-th an image's host reports in a round. */
    static int number(Image image, int round, int ordinal) {
        int place = ordinal / 3 * 4 + (ordinal % 3 + image.number() % 4) % 4;
        return (place * Calendar.ROUNDS + round) * FAMILIES + image.family().number();
    }

    /** One more than the greatest number. */
    public static int numbers() {
        return NUMBERS;
    }

    public Image.Family family(int cve) {
        return Image.Family.of(cve % FAMILIES);
    }

    /** The round in which it came up. */
    public int round(int cve) {
        return cve / FAMILIES % Calendar.ROUNDS;
    }

    /** The kinds of finding; only the first has a CVE id. */
    public enum Type {
        VULNERABILITY("Vulnerability"),
        UNSUPPORTED_SOFTWARE("Unsupported software"),
        MISCONFIGURATION("Misconfiguration");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        static Type picked(long mixed) {
            return values()[Mix.pick(mixed, 980, 15, 5)];
        }

        /** The text of {@code cve.types}. */
        public String text() {
            return text;
        }
    }

    public Type type(int cve) {
        return Type.picked(Mix.of(seed, TYPE, cve));
    }

    /** The CVE id, or nothing for what is no vulnerability. */
    public String id(int cve) {
        if (type(cve) != Type.VULNERABILITY) {
            return "";
        }
        int year = Instant.ofEpochSecond(published(cve)).atZone(ZoneOffset.UTC).getYear();
        return "CVE-" + year + "-" + (10_000 + (long) cve * SCRAMBLE % NUMBERS);
    }

    /** The CVE id, or the id of the vulnerability's description. */
    public String vulnerabilityId(int cve) {
        String id = id(cve);
        return id.isEmpty() ? Ids.named(seed, METADATA, cve) : id;
    }

    public String severity(int cve) {
        return SEVERITIES[severityRank(cve)];
    }

    private int severityRank(int cve) {
        return Mix.pick(Mix.of(seed, SEVERITY, cve), 60, 380, 400, 130, 10, 20);
    }

    /** CVSS base score times ten; 0 for none. */
    public int scoreTimesTen(int cve) {
        int rank = severityRank(cve);
        int span = HIGHEST[rank] - LOWEST[rank] + 1;
        return LOWEST[rank] + Mix.below(Mix.of(seed, SCORE, cve), span);
    }

    public String rating(int cve) {
        return RATINGS[Mix.pick(Mix.of(seed, EXPRT, cve), 400, 350, 160, 50, 40)];
    }

    /** 0, 30, 60 or 90. */
    public int exploitStatus(int cve) {
        return 30 * Mix.pick(Mix.of(seed, EXPLOIT, cve), 700, 220, 40, 40);
    }

    /** On the list of known exploited vulnerabilities: half of those that are actively used. */
    public boolean exploitedKnown(int cve) {
        return exploitStatus(cve) == 90 && (Mix.of(seed, EXPLOIT, cve) & 1) == 0;
    }

    /** Whether its findings are written as in 2022, without what came later. */
    public boolean oldRecord(int cve) {
        return oldRecords > 0 && Mix.below(Mix.of(seed, OLD, cve), 1000) < oldRecords;
    }

    public boolean fixed(int cve) {
        return Mix.below(Mix.of(seed, FIX, cve), 100) < 88;
    }

    /** Epoch seconds of its publication, some days before the first host reports it. */
    public long published(int cve) {
        long round = historyStart + (long) round(cve) * Calendar.ROUND_SECONDS;
        long day = Math.floorDiv(round, 86_400L) * 86_400;
        return day - 86_400L * (1 + Mix.below(Mix.of(seed, PUBLISHED, cve), 60));
    }

    /** A number for the choice of texts and oddities. */
    public long mixed(int cve) {
        return Mix.of(seed, ODD, cve);
    }

    public long seed() {
        return seed;
    }
}
