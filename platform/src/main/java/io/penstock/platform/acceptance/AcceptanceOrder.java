package io.penstock.platform.acceptance;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.Target;
import io.penstock.platform.text.TypedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody wants to decide, checked.
 *
 * @param targets one to {@value #TARGETS_MAX}
 */
public record AcceptanceOrder(Kind kind, List<Target> targets, String reason, Instant until) {

    /** Most findings or assets of one order. */
    public static final int TARGETS_MAX = 500;

    private static final int REASON_MAX = 1_000;
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    public AcceptanceOrder {
        targets = List.copyOf(targets);
        if (targets.isEmpty() || targets.size() > TARGETS_MAX) {
            throw refused(
                    "ACCEPTANCE_TARGETS",
                    "The order names " + targets.size() + " things, allowed are 1 to 500.",
                    "Give 'findings', or 'assets' and 'cve', as the scope wants.");
        }
        checkReason(reason);
    }

    /** On findings, each by itself. */
    public static List<Target> onFindings(List<UUID> findings) {
        return findings.stream()
                .distinct()
                .map(finding -> new Target(Scope.FINDING, finding, null, null))
                .toList();
    }

    /** On a CVE, on each of these assets. */
    public static List<Target> onAssets(List<UUID> assets, @Nullable String cve) {
        var checked = cve(cve);
        return assets.stream()
                .distinct()
                .map(asset -> new Target(Scope.CVE_ON_ASSET, null, asset, checked))
                .toList();
    }

    /** On a CVE wherever it is found. */
    public static List<Target> everywhere(@Nullable String cve) {
        return List.of(new Target(Scope.CVE, null, null, cve(cve)));
    }

    private static String cve(@Nullable String text) {
        var cve = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (!CVE.matcher(cve).matches()) {
            throw refused(
                    "ACCEPTANCE_CVE",
                    "The field 'cve' is no CVE number.",
                    "Write it as CVE-2021-44228.");
        }
        return cve;
    }

    static void checkReason(String reason) {
        TypedText.lines("reason", reason);
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw refused(
                    "ACCEPTANCE_REASON",
                    "The field 'reason' has "
                            + reason.length()
                            + " characters, allowed are 1 to "
                            + REASON_MAX
                            + ".",
                    "Say why in a sentence; it is kept with the decision.");
        }
    }

    static FaultException refused(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, hint);
    }
}
