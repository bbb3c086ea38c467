package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.intake.PageArrivals;
import io.penstock.platform.intake.RunSettlement;
import io.penstock.platform.upload.Upload.FileForm;
import io.penstock.source.StreamSpec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Takes files in. The records go into pages while the file is still coming, and the transformation
 * works on them meanwhile; memory does not grow with the file.
 */
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadRows rows;
    private final UploadPace pace;
    private final Catalogue catalogue;
    private final PageArrivals arrivals;
    private final RunSettlement settlement;
    private final UploadSettings settings;

    Uploads(
            UploadRows rows,
            UploadPace pace,
            Catalogue catalogue,
            PageArrivals arrivals,
            RunSettlement settlement,
            UploadSettings settings) {
        this.rows = rows;
        this.pace = pace;
        this.catalogue = catalogue;
        this.arrivals = arrivals;
        this.settlement = settlement;
        this.settings = settings;
    }

    /**
     * Reads a file to its end.
     *
     * @return the run that holds it; it goes on until its pages are transformed
     * @throws FaultException CONFIGURATION for a file or a word about it that cannot be used,
     *     NOT_FOUND for an unknown stream, CONFLICT while another run of the connection is under
     *     way or when this one is stopped, MALFORMED when the sender breaks off
     */
    public UUID take(Connection connection, Profile profile, UploadOrder order, InputStream file) {
        var upload = checked(connection, order);
        var uuid = UUID.randomUUID();
        try {
            var records = records(upload, bounded(file));
            var run = rows.open(connection, profile, upload, uuid);
            read(connection, upload, run, records);
            return uuid;
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private InputStream bounded(InputStream file) {
        return new BoundedFile(
                file,
                settings.bytesMax().toBytes(),
                "UPLOAD_SIZE",
                "Cut it into several files, each with its heading.");
    }

    private Upload checked(Connection connection, UploadOrder order) {
        var form =
                switch (order.form()) {
                    case "csv" -> FileForm.CSV;
                    case "ndjson" -> FileForm.NDJSON;
                    default ->
                            throw refused(
                                    "FILE_FORMAT",
                                    "The parameter 'format' is neither csv nor ndjson.");
                };
        if (order.separator().length() != 1 || "\"\r\n,".contains(order.separator())) {
            throw refused(
                    "UPLOAD_SEPARATOR",
                    "The parameter 'separator' is not one character other than a comma, a quote or"
                            + " a line end.");
        }
        return new Upload(
                stream(connection, order.stream()), form, order.separator().charAt(0), order.by());
    }

    private StreamSpec stream(Connection connection, String name) {
        return catalogue.find(connection.connectorKey()).stream()
                .flatMap(connector -> connector.streams().stream())
                .filter(stream -> stream.name().text().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "STREAM_UNKNOWN",
                                "The connector of '"
                                        + connection.name()
                                        + "' has no stream '"
                                        + Shown.of(name, 40)
                                        + "'.",
                                "GET /api/v1/models names the streams."));
    }

    private static FileRecords records(Upload upload, InputStream file) throws IOException {
        return switch (upload.form()) {
            case CSV -> new CsvRecords(file, upload.stream(), upload.separator());
            case NDJSON -> new NdjsonRecords(file);
        };
    }

    /** Whatever happens, the run ends: nobody else would end it. */
    private void read(Connection connection, Upload upload, long run, FileRecords records) {
        var tenant = connection.tenantId();
        try {
            store(tenant, upload, run, records);
            rows.seal(tenant, run);
        } catch (FaultException e) {
            rows.fail(tenant, run, e.fault().code(), e.fault().message());
            throw e;
        } catch (IOException e) {
            LOG.info("upload {} ends early: {}", run, e.toString());
            var fault = brokenOff();
            rows.fail(tenant, run, fault.fault().code(), fault.fault().message());
            throw fault;
        } finally {
            settlement.settle(tenant, run);
            arrivals.signal();
        }
    }

    private void store(int tenant, Upload upload, long run, FileRecords records)
            throws IOException {
        var page = new PageMaker(upload.stream().records());
        var sequence = 0L;
        for (var next = records.next(); next.isPresent(); next = records.next()) {
            page.add(next.get());
            if (page.full()) {
                store(tenant, run, sequence++, page);
                pace.await(tenant, run);
            }
        }
        if (!page.isEmpty()) {
            store(tenant, run, sequence++, page);
        }
        if (sequence == 0) {
            throw refused("UPLOAD_EMPTY", "The file holds no records.");
        }
    }

    private void store(int tenant, long run, long sequence, PageMaker page) {
        if (!rows.store(tenant, run, sequence, page.take())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "UPLOAD_STOPPED",
                    "The upload was stopped before the end of the file.",
                    "What was taken until then stays.");
        }
        arrivals.signal();
    }

    private static FaultException brokenOff() {
        return new FaultException(
                FaultKind.MALFORMED,
                "UPLOAD_BROKEN_OFF",
                "The upload was broken off before the end of the file.",
                "Send the file again; what is in the inventory already is not counted twice.");
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
