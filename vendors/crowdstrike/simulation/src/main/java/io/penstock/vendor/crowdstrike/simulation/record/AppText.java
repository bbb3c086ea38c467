package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Cves;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding.Status;
import io.penstock.vendor.crowdstrike.simulation.tenant.Ids;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;
import java.util.Locale;

/** The list {@code apps} of a finding, its affected products; the same for a CVE and a status. */
final class AppText {

    private static final int LOGIC = 130;
    // The logic's own numbers are larger than a signed long holds.
    private static final String LOGIC_NUMBER = "11529734357680297";

    private final Cves cves;
    private final CveText cveText;
    private final RemediationText remediations;

    AppText(Cves cves, CveText cveText, RemediationText remediations) {
        this.cves = cves;
        this.cveText = cveText;
        this.remediations = remediations;
    }

    byte[] write(int cve, Status status, boolean logic) {
        Product product = cveText.product(cve);
        long mixed = cves.mixed(cve);
        String version = product.name() + " " + (10 + cves.round(cve)) + "." + Mix.below(mixed, 9);
        Pretty json =
                Pretty.continued(3)
                        .array("apps")
                        .itemObject()
                        .text("product_name_version", version);
        // Records of before 2023 have no normalised name.
        boolean old = cves.oldRecord(cve);
        if (!old && Mix.below(Mix.of(mixed + 40), 100) >= 2) {
            json.text("product_name_normalized", product.name());
        }
        if (!old) {
            json.text("vendor_normalized", product.vendor());
        }
        json.text("sub_status", status.text());
        List<String> ids = remediations.ids(remediations.keyOf(cve));
        json.object("remediation").texts("ids", ids).endObject();
        remediationInfo(json, ids);
        json.object("evaluation_logic").text("id", Ids.named(cves.seed(), LOGIC, cve));
        if (logic) {
            logic(json, cve, product);
        }
        return json.endObject().endObject().endArray().bytes();
    }

    private static void remediationInfo(Pretty json, List<String> ids) {
        json.object("remediation_info").text("recommended_id", ids.getLast());
        if (ids.size() > 1) {
            json.text("minimum_id", ids.getFirst());
        }
        json.endObject();
    }

    private void logic(Pretty json, int cve, Product product) {
        json.text("data_provider", "Falcon sensor")
                .text("complex_check_operator", "AND")
                .array("logic")
                .itemObject()
                .raw("id", LOGIC_NUMBER + String.format(Locale.ROOT, "%03d", cve % 1000))
                .text("title", "Check if " + product.name() + " is installed")
                .text("type", "inventory")
                .flag("negate", false)
                .text("existence_check", "at_least_one_exists")
                .text("comparison_check", "at least one")
                .flag("determined_by_comparison", true)
                .endObject()
                .endArray();
    }
}
