package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.catalogue.Catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Single records out of stored pages, byte for byte as the vendor sent them. */
@Component
public class RawRecords {

    /** Longer records are not shown; a person would not read them. */
    static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

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
    private final Catalogue catalogue;

    RawRecords(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    private record StoredPage(String stream, String encoding, byte[] body, String connector) {}

    private record Extent(long start, long end) {}

    /**
     * @param page a stored page's id
     * @param index the record's place in it, from 0
     * @throws FaultException NOT_FOUND for a page or a place that does not exist, CONFLICT for a
     *     page that is kept no more
     */
    public byte[] read(int tenantId, long page, int index) {
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
                    "Page " + page + " is kept no more: two complete full runs have followed it.",
                    "The excerpt of the record is all that is left.");
        }
        try {
            var extent = extent(stored, index);
            return bytes(stored, extent, index);
        } catch (JacksonException | IOException e) {
            throw none("Page " + page + " cannot be read up to record " + index + ".");
        }
    }

    private Extent extent(StoredPage page, int index) throws IOException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), plain(page))) {
            toRecords(parser, records(page));
            for (var at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
                var start = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                if (at == index) {
                    return new Extent(start, parser.currentLocation().getByteOffset());
                }
            }
        }
        throw none("The page has no record " + index + ".");
    }

    private static byte[] bytes(StoredPage page, Extent extent, int index) throws IOException {
        var length = extent.end() - extent.start();
        if (length > BYTES_MAX) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "RECORD_TOO_LONG",
                    "Record "
                            + index
                            + " has "
                            + length
                            + " bytes, at most "
                            + BYTES_MAX
                            + " are shown.",
                    "");
        }
        try (var in = plain(page)) {
            in.skipNBytes(extent.start());
            return in.readNBytes((int) length);
        }
    }

    private FieldPath records(StoredPage page) {
        return catalogue.find(page.connector()).stream()
                .flatMap(connector -> connector.streams().stream())
                .filter(stream -> stream.name().text().equals(page.stream()))
                .findFirst()
                .orElseThrow(() -> none("The connector has no stream '" + page.stream() + "'."))
                .records();
    }

    private static InputStream plain(StoredPage page) throws IOException {
        var raw = new ByteArrayInputStream(page.body());
        return page.encoding().equals("gzip") ? new GZIPInputStream(raw) : raw;
    }

    private static void toRecords(JsonParser parser, FieldPath records) {
        parser.nextToken();
        for (var step : records.steps()) {
            var name = parser.nextName();
            while (name != null && !name.equals(step.name())) {
                parser.nextToken();
                parser.skipChildren();
                name = parser.nextName();
            }
            parser.nextToken();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw none("The page has no records.");
        }
    }

    private static FaultException none(String sentence) {
        return new FaultException(FaultKind.NOT_FOUND, "RECORD_UNKNOWN", sentence, "");
    }
}
