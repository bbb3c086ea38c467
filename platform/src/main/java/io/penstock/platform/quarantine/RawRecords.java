package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.transform.PageRecords;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Arrays;

/** Single records out of stored pages, byte for byte as the vendor sent them. */
@Component
public class RawRecords {

    private static final String PAGE =
            """
            select p.stream, p.encoding, coalesce(s.body, p.body) as body, c.connector_key
            from raw_page p
            join run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
            join connection c on c.tenant_id = r.tenant_id and c.connection_id = r.connection_id
            left join raw_page s on s.tenant_id = p.tenant_id and s.page_id = p.source_page
            where p.tenant_id = ? and p.page_id = ?
            """;

    private final JdbcClient jdbc;
    private final RecordPaths paths;

    RawRecords(JdbcClient jdbc, RecordPaths paths) {
        this.jdbc = jdbc;
        this.paths = paths;
    }

    private record StoredPage(String stream, String encoding, byte[] body, String connector) {}

    /**
     * @throws FaultException NOT_FOUND for a page or a place that does not exist, CONFLICT for a
     *     page that is kept no more
     */
    public byte[] read(int tenantId, QuarantinedRecord record) {
        var place = record.cursor().split("-", -1);
        return read(tenantId, Long.parseLong(place[0]), Integer.parseInt(place[1]));
    }

    private byte[] read(int tenantId, long page, int index) {
        var stored =
                jdbc.sql(PAGE)
                        .params(tenantId, page)
                        .query((row, _) ->
                                new StoredPage(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getBytes(3),
                                        row.getString(4)))
                        .optional()
                        .orElseThrow(() -> none("There is no stored page " + page + "."));
        if (stored.body().length == 0) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PAGES_NOT_KEPT",
                    "Page " + page + " is kept no more: later complete full runs took its place.",
                    "The excerpt of the record is all that is left.");
        }
        var found = new OneRecord(index);
        var path = paths.of(stored.connector(), stored.stream());
        PageRecords.walk(stored.body(), stored.encoding(), path, found);
        return found.bytes();
    }

    /** Keeps the bytes of one record of a page. */
    private static final class OneRecord implements PageRecords.Sink {

        private final int wanted;
        private int index;
        private byte @Nullable [] bytes;
        private long tooLong;

        OneRecord(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void take(byte[] buffer, int from, int length) {
            if (index++ == wanted) {
                bytes = Arrays.copyOfRange(buffer, from, from + length);
            }
        }

        @Override
        public void tooLong(long length) {
            if (index++ == wanted) {
                tooLong = length;
            }
        }

        byte[] bytes() {
            if (bytes != null) {
                return bytes;
            }
            if (tooLong == 0) {
                throw none("The page has no record " + wanted + ".");
            }
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "RECORD_TOO_LONG",
                    "Record "
                            + wanted
                            + " has "
                            + tooLong
                            + " bytes, at most "
                            + PageRecords.RECORD_MAX
                            + " are shown.",
                    "");
        }
    }

    private static FaultException none(String sentence) {
        return new FaultException(FaultKind.NOT_FOUND, "RECORD_UNKNOWN", sentence, "");
    }
}
