package io.penstock.platform.export;

import io.penstock.platform.search.ExportedFinding;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * CycloneDX's ratings: the base scores of CVSS, whose source no record says, the severity that the
 * reporting product gives, and our own score.
 */
final class VexRatings {

    private VexRatings() {}

    static void write(JsonMembers json, ExportedFinding finding) {
        var facts = finding.vulnerability();
        json.list("ratings");
        severity(json, finding);
        // The specification's method for 3.0 and, as here, for 3 without the digit behind it.
        cvss(json, "CVSSv3", facts.cvss3());
        cvss(json, "CVSSv4", facts.cvss4());
        cvss(json, "CVSSv2", facts.cvss2());
        epss(json, finding.context().epss());
        score(json, finding.row().score());
        json.end();
    }

    private static void severity(JsonMembers json, ExportedFinding finding) {
        json.object();
        json.object("source");
        json.text("name", finding.row().vendorProductName());
        json.end();
        json.text("severity", word(finding.row().severity()));
        json.text("method", "other");
        json.end();
    }

    private static void cvss(JsonMembers json, String method, @Nullable BigDecimal score) {
        if (score == null) {
            return;
        }
        json.object();
        json.decimal("score", score);
        json.text("method", method);
        json.end();
    }

    private static void epss(JsonMembers json, ExportedFinding.@Nullable Epss epss) {
        if (epss == null) {
            return;
        }
        json.object();
        json.object("source");
        json.text("name", "EPSS");
        json.text("url", "https://www.first.org/epss/");
        json.end();
        json.decimal("score", epss.probability());
        json.text("method", "other");
        json.end();
    }

    private static void score(JsonMembers json, @Nullable Integer score) {
        if (score == null) {
            return;
        }
        json.object();
        json.object("source");
        json.text("name", ExportFacts.PRODUCT);
        json.end();
        json.number("score", score);
        json.text("method", "other");
        json.end();
    }

    private static String word(int severity) {
        return switch (severity) {
            case 1 -> "info";
            case 2 -> "low";
            case 3 -> "medium";
            case 4 -> "high";
            case 5 -> "critical";
            default -> "unknown";
        };
    }
}
