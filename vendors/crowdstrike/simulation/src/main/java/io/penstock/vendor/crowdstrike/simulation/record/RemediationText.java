package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Cves;
import io.penstock.vendor.crowdstrike.simulation.tenant.Ids;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image.Family;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;

/**
 * The block {@code remediation}: one update fixes many CVEs of a product, so its text depends on
 * the product and the round alone. Products that come with the system have the newest update as
 * recommended and the first that helped as minimum.
 */
final class RemediationText {

    private static final int ID = 120;
    private static final int PRODUCTS_MAX = 16;
    private static final int NONE = 31;

    private final Cves cves;
    private final CveText cveText;
    private final int newestRound;

    RemediationText(Cves cves, CveText cveText, int rounds) {
        this.cves = cves;
        this.cveText = cveText;
        this.newestRound = rounds - 1;
    }

    /** A number that is the same for findings with the same remediation block. */
    long keyOf(int cve) {
        Family family = cves.family(cve);
        int product = Product.of(family).indexOf(cveText.product(cve));
        int round = cves.fixed(cve) ? cves.round(cve) : NONE;
        return ((long) family.number() * PRODUCTS_MAX + product) * 32 + round;
    }

    byte[] write(long key) {
        Product product = product(key);
        int round = (int) (key % 32);
        Pretty json =
                Pretty.continued(3).object("remediation").texts("ids", ids(key)).array("entities");
        if (round == NONE) {
            none(json, key, product);
        } else {
            update(json, key, round, "minimum", product);
            if (product.system() && round < newestRound) {
                update(json, newest(key), newestRound, "recommended", product);
            }
        }
        // The block is the last of a record.
        return json.endArray().endObject().bytes();
    }

    List<String> ids(long key) {
        int round = (int) (key % 32);
        return product(key).system() && round < newestRound
                ? List.of(id(key), id(newest(key)))
                : List.of(id(key));
    }

    /** What an update that was published in the key's round is called. */
    private void update(Pretty json, long key, int round, String kind, Product product) {
        String reference =
                product.vendor().equals("Microsoft")
                        ? "KB50" + (10_000 + key * 7 % 90_000)
                        : product.name() + " " + (10 + round) + ".0." + (100 + key % 900);
        json.itemObject()
                .text("id", id(key))
                .text("reference", reference)
                .text("title", "Update " + product.vendor() + " " + product.name())
                .text(
                        "action",
                        ("Install patch for %s %s: %s. Restart the service, and the host where the"
                                        + " vendor asks for it.")
                                .formatted(product.vendor(), product.name(), reference))
                .text("link", product.advisory() + "update/" + key)
                .text("vendor_url", round % 2 == 0 ? product.advisory() : "")
                .text("type", "patch")
                .text("provider", product.vendor())
                // A product with one update only gets that one recommended.
                .text("recommendation_type", lone(product, round) ? "recommended" : kind)
                .text("patch_publication_date", Stamp.of(published(key, round)))
                .endObject();
    }

    private boolean lone(Product product, int round) {
        return !product.system() || round == newestRound;
    }

    private void none(Pretty json, long key, Product product) {
        json.itemObject()
                .text("id", id(key))
                .text("reference", product.name())
                .text("title", "No fix or vendor remediation available for " + product.name())
                .text(
                        "action",
                        "No fix or vendor remediation available. Watch the vendor's page for "
                                + product.name())
                .text("link", "")
                .text("vendor_url", "")
                .text("type", "workaround")
                .text("provider", product.vendor())
                .endObject();
    }

    private long published(long key, int round) {
        // The same day for all products of a round.
        int anyCve = round * Family.count() + (int) (key / 32 / PRODUCTS_MAX);
        return cves.published(anyCve);
    }

    private long newest(long key) {
        return key / 32 * 32 + newestRound;
    }

    private static Product product(long key) {
        Family family = Family.of((int) (key / 32 / PRODUCTS_MAX));
        return Product.of(family).get((int) (key / 32 % PRODUCTS_MAX));
    }

    private String id(long key) {
        return Ids.named(cves.seed(), ID, key);
    }
}
