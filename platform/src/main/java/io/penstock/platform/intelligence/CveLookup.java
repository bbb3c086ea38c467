package io.penstock.platform.intelligence;

import io.penstock.platform.intelligence.CveFacts.Epss;
import io.penstock.platform.intelligence.CveFacts.Kev;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Locale;

/** Looks up what the stored public lists say of a CVE. */
@Component
public class CveLookup {

    private static final String EPSS =
            """
            select probability, percentile, model_date from epss
            where tenant_id = ? and cve_id = ?
            """;

    private static final String KEV =
            """
            select name, vendor, product, date_added, due_date, ransomware from kev
            where tenant_id = ? and cve_id = ?
            """;

    private final JdbcClient jdbc;

    CveLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param cve in any case; one that no list names has no facts
     */
    public CveFacts of(int tenantId, String cve) {
        var name = cve.strip().toUpperCase(Locale.ROOT);
        var epss =
                jdbc.sql(EPSS)
                        .params(tenantId, name)
                        .query((row, _) ->
                                new Epss(
                                        row.getBigDecimal(1),
                                        row.getBigDecimal(2),
                                        row.getObject(3, LocalDate.class)))
                        .optional();
        var kev =
                jdbc.sql(KEV)
                        .params(tenantId, name)
                        .query((row, _) ->
                                new Kev(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getObject(5, LocalDate.class),
                                        row.getBoolean(6)))
                        .optional();
        return new CveFacts(name, epss.orElse(null), kev.orElse(null));
    }
}
