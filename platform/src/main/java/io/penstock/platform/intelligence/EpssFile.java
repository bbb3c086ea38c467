package io.penstock.platform.intelligence;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.text.SaidText;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * The EPSS file: {@code #model_version:v2025.03.14,score_date:2026-11-20T00:00:00Z}, a heading, and
 * {@code CVE-2021-44228,0.94358,0.99957} a line.
 */
record EpssFile() implements ListForm {

    private static final int LINE_MAX = 200;
    private static final String HEADING = "cve,epss,percentile";
    private static final Pattern FIRST =
            Pattern.compile(
                    "#model_version:([^,]{1,40}),score_date:(\\d{4}-\\d{2}-\\d{2})(?:T.*)?");
    private static final Pattern SHARE = Pattern.compile("[01](\\.[0-9]{1,9})?");

    private static final ListSql SQL =
            new ListSql(
                    "epss",
                    "probability numeric(10, 9) not null, percentile numeric(10, 9) not null",
                    """
                    select coalesce(s.cve_id, e.cve_id)
                    from list_stage s full join (select cve_id, probability from epss
                        where tenant_id = :tenant) e on e.cve_id = s.cve_id
                    where s.probability is distinct from e.probability
                    """,
                    """
                    insert into epss (tenant_id, cve_id, probability, percentile, model_date)
                    select :tenant, cve_id, probability, percentile, :date from list_stage
                    on conflict (tenant_id, cve_id) do update set
                        probability = excluded.probability, percentile = excluded.percentile,
                        model_date = excluded.model_date
                    where epss.probability <> excluded.probability
                       or epss.percentile <> excluded.percentile
                    returning xmax = 0 as fresh
                    """);

    @Override
    public PublicList list() {
        return PublicList.EPSS;
    }

    @Override
    public long unpackedMax() {
        return 256L << 20;
    }

    @Override
    public ListSql sql() {
        return SQL;
    }

    @Override
    public ListVersion read(InputStream text, ListRows rows) throws IOException {
        var in = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 65_536);
        var version = version(line(in, 1));
        var heading = line(in, 2);
        if (!HEADING.equals(heading)) {
            throw bad(2, "is " + shown(heading) + " instead of '" + HEADING + "'");
        }
        var number = 3L;
        for (var line = line(in, number); line != null; line = line(in, ++number)) {
            row(number, line, rows);
        }
        return version;
    }

    private static ListVersion version(@Nullable String line) {
        var first = FIRST.matcher(line == null ? "" : line);
        if (!first.matches()) {
            throw bad(1, "is " + shown(line) + " instead of '#model_version:…,score_date:2026-…'");
        }
        try {
            return new ListVersion(SaidText.line(first.group(1)), LocalDate.parse(first.group(2)));
        } catch (DateTimeParseException e) {
            throw bad(1, "has " + shown(first.group(2)) + " for a day");
        }
    }

    private static void row(long number, String line, ListRows rows) throws IOException {
        var cells = line.split(",", -1);
        if (cells.length != 3) {
            throw bad(number, "has " + cells.length + " values instead of 3");
        }
        rows.add(
                number,
                CveText.checked(PublicList.EPSS, number, cells[0]),
                share(number, "epss", cells[1]),
                share(number, "percentile", cells[2]));
    }

    private static BigDecimal share(long line, String name, String cell) {
        if (SHARE.matcher(cell).matches()) {
            var share = new BigDecimal(cell);
            if (share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        }
        throw bad(line, "has " + shown(cell) + " for " + name + " instead of a number from 0 to 1");
    }

    /** Null at the end; never more than a line may have. */
    private static @Nullable String line(BufferedReader in, long number) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() == LINE_MAX) {
                throw bad(number, "has more than " + LINE_MAX + " characters");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static String shown(@Nullable String text) {
        return text == null ? "missing" : BadFile.shown(text);
    }

    private static FaultException bad(long line, String what) {
        return BadFile.at(PublicList.EPSS, line, what);
    }
}
