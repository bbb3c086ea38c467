package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.core.value.Shown;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** CISA's catalogue of exploited vulnerabilities, as JSON or as CSV. */
record KevFile() implements ListForm {

    static final String CVE = "cveID";
    static final String ADDED = "dateAdded";
    private static final String DUE = "dueDate";
    private static final String RANSOMWARE = "knownRansomwareCampaignUse";
    private static final String NAME = "vulnerabilityName";
    private static final String VENDOR = "vendorProject";
    private static final String PRODUCT = "product";

    /** What is read of an entry. */
    static final Set<String> FIELDS = Set.of(CVE, ADDED, DUE, RANSOMWARE, NAME, VENDOR, PRODUCT);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int TEXT_MAX = 500;

    private static final ListSql SQL =
            new ListSql(
                    "kev",
                    """
                    name text not null, vendor text not null, product text not null,
                    date_added date not null, due_date date, ransomware boolean not null
                    """,
                    """
                    select coalesce(s.cve_id, k.cve_id)
                    from list_stage s full join (select cve_id, date_added, ransomware from kev
                        where tenant_id = :tenant) k on k.cve_id = s.cve_id
                    where s.date_added is distinct from k.date_added
                       or s.ransomware is distinct from k.ransomware
                    """,
                    """
                    insert into kev (tenant_id, cve_id, name, vendor, product, date_added, due_date,
                        ransomware)
                    select :tenant, cve_id, name, vendor, product, date_added, due_date, ransomware
                    from list_stage
                    on conflict (tenant_id, cve_id) do update set name = excluded.name,
                        vendor = excluded.vendor, product = excluded.product,
                        date_added = excluded.date_added, due_date = excluded.due_date,
                        ransomware = excluded.ransomware
                    where (kev.name, kev.vendor, kev.product, kev.date_added, kev.ransomware)
                            <> (excluded.name, excluded.vendor, excluded.product,
                                excluded.date_added, excluded.ransomware)
                       or kev.due_date is distinct from excluded.due_date
                    returning xmax = 0 as fresh
                    """);

    @Override
    public PublicList list() {
        return PublicList.KEV;
    }

    @Override
    public long unpackedMax() {
        return 64L << 20;
    }

    @Override
    public ListSql sql() {
        return SQL;
    }

    @Override
    public ListVersion read(InputStream text, ListRows rows) throws IOException {
        var in = new BufferedInputStream(text);
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        in.mark(1);
        var first = in.read();
        in.reset();
        return first == '{' || first == '[' ? KevJson.read(in, rows) : KevCsv.read(in, rows);
    }

    /** An entry, whichever way it was written. */
    static void add(long line, Map<String, String> entry, ListRows rows) throws IOException {
        var due = value(entry, DUE);
        rows.add(
                line,
                CveText.checked(PublicList.KEV, line, value(entry, CVE)),
                text(entry, NAME),
                text(entry, VENDOR),
                text(entry, PRODUCT),
                day(line, ADDED, value(entry, ADDED)),
                due.isEmpty() ? null : day(line, DUE, due),
                value(entry, RANSOMWARE).equalsIgnoreCase("Known"));
    }

    private static String value(Map<String, String> entry, String field) {
        return entry.getOrDefault(field, "").strip();
    }

    private static String text(Map<String, String> entry, String field) {
        return Shown.cut(value(entry, field), TEXT_MAX);
    }

    private static LocalDate day(long line, String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw bad(
                    line,
                    "has "
                            + BadFile.shown(text)
                            + " for "
                            + field
                            + " instead of a day such as 2026-01-31");
        }
    }

    static FaultException bad(long line, String what) {
        return BadFile.at(PublicList.KEV, line, what);
    }
}
