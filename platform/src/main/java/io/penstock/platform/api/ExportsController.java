package io.penstock.platform.api;

import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.export.ExportOrder;
import io.penstock.platform.export.Exports;
import io.penstock.platform.search.ExportQuery;
import io.penstock.platform.search.ExportRun;
import io.penstock.platform.search.ExportSlots;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Everything a query matches as one file that is sent while it is read (ADR 0028). */
@RestController
class ExportsController {

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Exports exports;
    private final ExportSlots slots;
    private final Clock clock;

    ExportsController(Exports exports, ExportSlots slots, Clock clock) {
        this.exports = exports;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * All findings of a query as one file, worst first. It shows one moment. When something fails
     * in the middle the connection is closed without an end, so that every client sees it.
     */
    @GetMapping("/api/v1/findings/export")
    void findings(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = ExportQuery.ofFindings(query);
        send(caller, ExportKind.FINDINGS, format, wanted, new FileAnswer(request, response));
    }

    /** All assets of a query as one file, by name. As for findings. */
    @GetMapping("/api/v1/assets/export")
    void assets(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = ExportQuery.ofAssets(query);
        send(caller, ExportKind.ASSETS, format, wanted, new FileAnswer(request, response));
    }

    private void send(
            Caller caller, ExportKind kind, String format, ExportQuery query, FileAnswer answer)
            throws IOException {
        var order = new ExportOrder(kind, ExportFormat.of(format), query);
        try (var _ = slots.take()) {
            answer.send(
                    name(order),
                    order.format().mediaType(),
                    out -> exports.write(caller.tenantId(), order, ExportRun.uncounted(), out));
        }
    }

    private String name(ExportOrder order) {
        return order.kind().label()
                + "-"
                + NAME_TIME.format(clock.instant())
                + "."
                + order.format().extension();
    }
}
