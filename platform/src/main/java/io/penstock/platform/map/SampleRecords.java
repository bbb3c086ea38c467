package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.transform.PageRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Records out of stored pages, for trials. */
@Component
class SampleRecords {

    private static final String ONE =
            """
            select p.encoding, coalesce(s.body, p.body) as body
            from raw_page p
            join run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
            left join raw_page s on s.tenant_id = p.tenant_id and s.page_id = p.source_page
            where p.tenant_id = ? and r.run_uuid = ? and p.stream = ? and p.slice = ?
              and p.sequence = ?
            """;

    /** The pages that are kept, newest first; enough of them for chance to have a choice. */
    private static final String KEPT =
            """
            select p.page_id, p.records from raw_page p
            join run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
            join connection c on c.tenant_id = r.tenant_id and c.connection_id = r.connection_id
            where p.tenant_id = ? and c.connection_uuid = ? and p.stream = ?
              and p.source_page is null and octet_length(p.body) > 0 and p.records > 0
            order by p.page_id desc limit 5000
            """;

    private static final String PAGE =
            "select encoding, body from raw_page where tenant_id = ? and page_id = ?";

    /** Whole pages are inflated for single records, so chance looks into few of them. */
    private static final int PAGES_MAX = 20;

    private final JdbcClient jdbc;
    private final RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");

    SampleRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Body(String encoding, byte[] bytes) {}

    private record Kept(long page, int records) {}

    byte[] one(int tenantId, String stream, TrialOrder.Stored place, FieldPath records) {
        var body =
                jdbc.sql(ONE)
                        .params(tenantId, place.run(), stream, place.slice(), place.sequence())
                        .query((row, _) -> new Body(row.getString(1), row.getBytes(2)))
                        .optional()
                        .orElseThrow(() -> none("There is no such page."));
        if (body.bytes().length == 0) {
            throw none("The page is kept no more: later complete full runs took its place.");
        }
        var found = pick(body, records, Set.of(place.index()));
        if (found.isEmpty()) {
            throw none("The page has no record " + place.index() + ".");
        }
        return found.getFirst();
    }

    /** As many as there are, at most {@code order.count()}. */
    List<byte[]> some(int tenantId, String stream, TrialOrder.Chance order, FieldPath records) {
        List<Kept> kept =
                jdbc.sql(KEPT)
                        .params(tenantId, order.connection(), stream)
                        .query((row, _) -> new Kept(row.getLong(1), row.getInt(2)))
                        .list();
        var found = new ArrayList<byte[]>();
        for (var page : places(kept, order.count()).entrySet()) {
            var body =
                    jdbc.sql(PAGE)
                            .params(tenantId, page.getKey())
                            .query((row, _) -> new Body(row.getString(1), row.getBytes(2)))
                            .single();
            found.addAll(pick(body, records, page.getValue()));
        }
        return found;
    }

    /** Page → indexes; each record of the chosen pages has the same chance. */
    private Map<Long, Set<Integer>> places(List<Kept> kept, int count) {
        var pages = new ArrayList<>(kept);
        var places = new HashMap<Long, Set<Integer>>();
        var chosen = new ArrayList<Kept>();
        while (!pages.isEmpty() && chosen.size() < PAGES_MAX) {
            chosen.add(pages.remove(chance.nextInt(pages.size())));
        }
        var all = new ArrayList<long[]>();
        for (var page : chosen) {
            for (var i = 0; i < page.records(); i++) {
                all.add(new long[] {page.page(), i});
            }
        }
        for (var n = 0; n < count && n < all.size(); n++) {
            var at = n + chance.nextInt(all.size() - n);
            var place = all.set(at, all.get(n));
            places.computeIfAbsent(place[0], _ -> new HashSet<>()).add((int) place[1]);
        }
        return places;
    }

    private static List<byte[]> pick(Body body, FieldPath records, Set<Integer> indexes) {
        var found = new ArrayList<byte[]>();
        PageRecords.walk(
                body.bytes(),
                body.encoding(),
                records,
                new PageRecords.Sink() {
                    private int index;

                    @Override
                    public void take(byte[] buffer, int from, int length) {
                        if (indexes.contains(index++)) {
                            found.add(Arrays.copyOfRange(buffer, from, from + length));
                        }
                    }

                    @Override
                    public void tooLong(long length) {
                        index++;
                    }
                });
        return found;
    }

    private static FaultException none(String sentence) {
        return new FaultException(FaultKind.NOT_FOUND, "RECORD_UNKNOWN", sentence, "");
    }
}
