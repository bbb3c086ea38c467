package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Field;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.tenant.Cves;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** What Spotlight filters on. No patterns; sizes only of the times and the base score. */
final class FindingFields {

    static final String CREATED = "created_timestamp";
    static final String UPDATED = "updated_timestamp";
    static final String CLOSED = "closed_timestamp";

    private FindingFields() {}

    static Fields<Finding> of(Tenant tenant) {
        Map<String, Field<Finding>> fields = new HashMap<>();
        fields.put("aid", aid(tenant));
        fields.put("cid", text(Finding::customer));
        fields.put("status", text(finding -> finding.status().text()));
        fields.put("confidence", text(f -> f.confirmed() ? "confirmed" : "potential"));
        fields.put("suppression_info.is_suppressed", new Field.Flag<>(Finding::suppressed));
        fields.put(CREATED, time(Finding::created));
        fields.put(UPDATED, time(Finding::updated));
        fields.put(CLOSED, time(Finding::closed));
        cve(fields, tenant.cves());
        host(fields, tenant.hosts());
        return new Fields<>(fields, Instant.ofEpochSecond(tenant.hosts().now()));
    }

    /** A prefixed id is found by its sensor's id too. */
    private static Field<Finding> aid(Tenant tenant) {
        return tenant.population().traits().prefixedAids()
                ? new Field.Texts<>(f -> List.of(f.aid(), f.aidText()), false)
                : text(Finding::aid);
    }

    /** The sensor's id out of one that may be prefixed. */
    static String sensorId(String aid) {
        return aid.substring(Math.max(0, aid.length() - 32));
    }

    private static void cve(Map<String, Field<Finding>> fields, Cves cves) {
        fields.put("cve.id", ofCve(cves::id));
        fields.put("vulnerability_id", ofCve(cves::vulnerabilityId));
        fields.put("cve.severity", ofCve(cves::severity));
        fields.put("cve.exprt_rating", ofCve(cves::rating));
        fields.put("cve.remediation_level", ofCve(cve -> cves.fixed(cve) ? "O" : "U"));
        fields.put("cve.types", ofCve(cve -> cves.type(cve).text()));
        fields.put("cve.is_cisa_kev", new Field.Flag<>(f -> cves.exploitedKnown(f.cve())));
        fields.put(
                "cve.exploit_status", new Field.Numeric<>(f -> cves.exploitStatus(f.cve()), false));
        fields.put(
                "cve.base_score",
                new Field.Numeric<>(f -> cves.scoreTimesTen(f.cve()) / 10.0, true));
    }

    private static void host(Map<String, Field<Finding>> fields, Hosts hosts) {
        fields.put("host_info.platform_name", text(f -> hosts.image(f.host()).family().platform()));
        fields.put("host_info.product_type_desc", text(f -> hosts.image(f.host()).role()));
    }

    private static Field<Finding> ofCve(IntFunction<String> of) {
        return text(finding -> of.apply(finding.cve()));
    }

    private static Field<Finding> text(Function<Finding, @Nullable String> of) {
        return new Field.Text<>(of, false);
    }

    private static Field<Finding> time(ToLongFunction<Finding> of) {
        return new Field.Time<>(finding -> {
            long second = of.applyAsLong(finding);
            return second == Finding.NEVER ? Field.NO_TIME : second * 1000;
        });
    }
}
