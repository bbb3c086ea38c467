package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Cves;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;
import java.util.Locale;

/** The block {@code cve} of a finding, with the odd values that occur in real ones. */
final class CveText {

    private static final String[] CAUSES = {
        "Use after free", "Out-of-bounds write", "Improper input validation", "A race condition",
        "An integer overflow", "Improper access control", "A heap buffer overflow",
                "A path traversal"
    };
    private static final String[] PARTS = {
        "the graphics component", "the scripting engine", "the print service", "the network stack",
        "the file system driver", "certificate parsing", "the session handling",
                "the update service"
    };
    private static final String[] EFFECTS = {
        "execute arbitrary code via a crafted HTML page",
        "gain elevated privileges through a specially crafted application",
        "cause a denial of service by sending crafted packets",
        "read sensitive information from process memory",
        "bypass a security feature and reach restricted files",
        "escape the sandbox after compromising the renderer process"
    };
    private static final String[] WEAKNESSES = {
        "CWE-416", "CWE-787", "CWE-20", "CWE-362", "CWE-190", "CWE-284", "CWE-122", "CWE-22"
    };

    private final Cves cves;

    CveText(Cves cves) {
        this.cves = cves;
    }

    /** The product a CVE is about. */
    Product product(int cve) {
        List<Product> products = Product.of(cves.family(cve));
        return products.get(Mix.below(Mix.of(cves.mixed(cve) + 1), products.size()));
    }

    byte[] write(int cve) {
        long mixed = cves.mixed(cve);
        String id = cves.id(cve);
        Pretty json = Pretty.continued(3).object("cve");
        if (!id.isEmpty()) {
            json.text("id", id);
        }
        int score = cves.scoreTimesTen(cve);
        if (score > 0) {
            json.raw("base_score", tenth(score));
        }
        json.text("severity", cves.severity(cve))
                .number("exploit_status", cves.exploitStatus(cve))
                .text("exprt_rating", cves.rating(cve))
                .text("remediation_level", cves.fixed(cve) ? "O" : "U");
        exploited(json, cve);
        json.text(
                        "spotlight_published_date",
                        Stamp.of(cves.published(cve) + 129_600 + odd(mixed, 2, 7200)))
                .text("description", description(cve, mixed))
                .text("published_date", Stamp.of(cves.published(cve)))
                .texts("vendor_advisory", advisories(cve, id, mixed))
                .texts("references", references(id, mixed));
        if (score > 0) {
            scores(json, score, mixed);
        }
        json.texts("types", List.of(cves.type(cve).text()));
        json.texts("cwes", odd(mixed, 3, 100) < 3 ? List.of("") : List.of(weakness(mixed)));
        unknownFields(json, mixed);
        return json.endObject().bytes();
    }

    private void exploited(Pretty json, int cve) {
        json.object("cisa_info").flag("is_cisa_kev", cves.exploitedKnown(cve));
        if (cves.exploitedKnown(cve)) {
            json.text("due_date", Stamp.of(cves.published(cve) + 21 * 86_400L));
        }
        json.endObject();
    }

    private String description(int cve, long mixed) {
        Product product = product(cve);
        int build = 1000 + odd(mixed, 4, 8000);
        String cause = CAUSES[odd(mixed, 5, CAUSES.length)];
        String part = PARTS[odd(mixed, 6, PARTS.length)];
        String effect = EFFECTS[odd(mixed, 7, EFFECTS.length)];
        String first =
                ("%s in %s of %s %s prior to %d.0.%d allowed an attacker who could reach the"
                                + " service to %s.")
                        .formatted(
                                cause,
                                part,
                                product.vendor(),
                                product.name(),
                                build / 100,
                                build,
                                effect);
        String second =
                " The issue was addressed with improved checks and bounds handling. Successful"
                        + " exploitation"
                        + " requires that the affected component is enabled. (Record %016x)\n"
                                .formatted(Mix.of(mixed + 8));
        return first + second;
    }

    private List<String> advisories(int cve, String id, long mixed) {
        String base = product(cve).advisory();
        String page = id.isEmpty() ? "eol-" + odd(mixed, 9, 900) : id;
        return odd(mixed, 10, 3) == 0
                ? List.of(base + page, base + "bulletin-" + odd(mixed, 11, 9000))
                : List.of(base + page);
    }

    private static List<String> references(String id, long mixed) {
        String page = id.isEmpty() ? "lifecycle" : id;
        // One in twenty has an address whose ampersand was escaped once too often.
        String search =
                odd(mixed, 12, 20) == 0
                        ? "https://lists.example.org/search?q=" + page + "&amp;sort=date"
                        : "https://lists.example.org/archive/" + odd(mixed, 13, 100_000);
        return List.of(
                "https://nvd.nist.gov/vuln/detail/" + page,
                search,
                "https://packetstorm.example.org/files/%08x".formatted((int) Mix.of(mixed + 14)));
    }

    private static void scores(Pretty json, int score, long mixed) {
        int exploitability = Math.min(39, 8 + odd(mixed, 15, 32));
        json.raw("exploitability_score", tenth(exploitability))
                .raw("impact_score", tenth(Math.max(14, score - exploitability)))
                .text("vector", vector(mixed));
    }

    private static String vector(long mixed) {
        if (odd(mixed, 16, 100) == 0) {
            return "AV:N/AC:M/Au:N/C:N/I:N/A:P";
        }
        return "CVSS:3.1/AV:%s/AC:%s/PR:%s/UI:%s/S:U/C:H/I:%s/A:H"
                .formatted(
                        letter(mixed, 17, "NLAP"),
                        letter(mixed, 18, "LH"),
                        letter(mixed, 19, "NLH"),
                        letter(mixed, 20, "NR"),
                        letter(mixed, 21, "HLN"));
    }

    private static char letter(long mixed, int salt, String letters) {
        return letters.charAt(odd(mixed, salt, letters.length()));
    }

    private static String weakness(long mixed) {
        return WEAKNESSES[odd(mixed, 5, WEAKNESSES.length)];
    }

    /** New fields appear every few months; one record in a hundred has some already. */
    private static void unknownFields(Pretty json, long mixed) {
        if (odd(mixed, 22, 100) == 0) {
            json.object("forecast")
                    .number("horizon_days", 30)
                    .raw("probability", "0.125")
                    .endObject();
        }
    }

    /** A number of tenths, without a point when it is whole. */
    private static String tenth(int tenths) {
        return tenths % 10 == 0
                ? Integer.toString(tenths / 10)
                : String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }

    private static int odd(long mixed, int salt, int bound) {
        return Mix.below(Mix.of(mixed + salt), bound);
    }
}
