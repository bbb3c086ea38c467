package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.quarantine.Quarantine;
import io.penstock.platform.quarantine.QuarantineFile;
import io.penstock.platform.quarantine.QuarantineFilter;
import io.penstock.platform.quarantine.QuarantinedRecord;
import io.penstock.platform.quarantine.RawRecords;
import io.penstock.platform.quarantine.ReasonCount;
import io.penstock.platform.quarantine.RunCount;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rejected records: search, counts, the record itself, a file of them (S-109, B-05). */
@RestController
class QuarantineController {

    private static final int RECORDS_MAX = 500;
    private static final int RUNS_MAX = 100;

    private final Quarantine quarantine;
    private final RawRecords raw;

    QuarantineController(Quarantine quarantine, RawRecords raw) {
        this.quarantine = quarantine;
        this.raw = raw;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record RecordsJson(List<QuarantinedRecord> rows, @Nullable String next) {}

    record ReasonsJson(List<ReasonCount> reasons) {}

    record RunCountsJson(List<RunCount> runs) {}

    /**
     * Rejected records, newest first.
     *
     * @param text part of key, reason or excerpt
     * @param reason the reason's form as the counts give it
     */
    @GetMapping("/api/v1/quarantine")
    RecordsJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(required = false) @Nullable UUID run,
            @RequestParam(defaultValue = "") String stream,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, RECORDS_MAX);
        var filter = filter(connection, run, stream, field, reason, text, state);
        var found = quarantine.find(caller.tenantId(), filter, after, size);
        return new RecordsJson(found, found.size() < size ? null : found.getLast().cursor());
    }

    /** How many records each reason has in quarantine. */
    @GetMapping("/api/v1/quarantine/reasons")
    ReasonsJson reasons(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(required = false) @Nullable UUID run,
            @RequestParam(defaultValue = "") String stream) {
        var filter = filter(connection, run, stream, "", "", "", "open");
        return new ReasonsJson(quarantine.reasons(caller.tenantId(), filter));
    }

    /**
     * The newest runs that brought records now in quarantine: those to replay after a map was
     * mended.
     *
     * @param reason the reason's form as the counts give it
     */
    @GetMapping("/api/v1/quarantine/runs")
    RunCountsJson runs(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(defaultValue = "") String stream,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, RUNS_MAX);
        var filter = filter(connection, null, stream, field, reason, "", "open");
        return new RunCountsJson(quarantine.runs(caller.tenantId(), filter, size));
    }

    /**
     * The same records as a file, a million of them at most.
     *
     * @param text part of key, reason or excerpt
     * @param reason the reason's form as the counts give it
     */
    @GetMapping("/api/v1/quarantine/file")
    void file(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID connection,
            @RequestParam(required = false) @Nullable UUID run,
            @RequestParam(defaultValue = "") String stream,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(connection, run, stream, field, reason, text, state);
        var file = new QuarantineFile(quarantine, caller.tenantId(), filter);
        switch (format) {
            case "csv" -> file.writeCsv(writer(response, "text/csv", "csv"));
            case "ndjson" -> file.writeNdjson(writer(response, "application/x-ndjson", "ndjson"));
            default ->
                    throw refused(
                            "FILE_FORMAT", "The parameter 'format' is neither csv nor ndjson.");
        }
    }

    /** One rejected record. */
    @GetMapping("/api/v1/quarantine/{record}")
    QuarantinedRecord one(Caller caller, @PathVariable String record) {
        return quarantine.require(caller.tenantId(), record);
    }

    /** The record as the vendor sent it. */
    @GetMapping("/api/v1/quarantine/{record}/raw")
    ResponseEntity<byte[]> raw(Caller caller, @PathVariable String record) {
        var found = quarantine.require(caller.tenantId(), record);
        var bytes = raw.read(caller.tenantId(), found);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes);
    }

    private static Writer writer(HttpServletResponse response, String type, String extension)
            throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"rejected-records." + extension + "\"");
        return response.getWriter();
    }

    private static QuarantineFilter filter(
            @Nullable UUID connection,
            @Nullable UUID run,
            String stream,
            String field,
            String reason,
            String text,
            String state) {
        var known =
                switch (state) {
                    case "open", "resolved", "all" ->
                            QuarantineFilter.State.valueOf(state.toUpperCase(Locale.ROOT));
                    default ->
                            throw refused(
                                    "STATE_UNKNOWN",
                                    "The parameter 'state' is none of open, resolved and all.");
                };
        return new QuarantineFilter(connection, run, stream, field, reason, text, known);
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
