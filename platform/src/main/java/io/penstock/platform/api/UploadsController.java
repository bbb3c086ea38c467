package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;
import io.penstock.platform.upload.UploadOrder;
import io.penstock.platform.upload.Uploads;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.UUID;

/**
 * Files of records instead of an engine (B-01). The first file of a form, or the body itself, is
 * read while it comes and never stored as a whole; the run in the list of runs shows how far it is.
 */
@RestController
class UploadsController {

    private final Connections connections;
    private final Uploads uploads;
    private final Runs runs;

    UploadsController(Connections connections, Uploads uploads, Runs runs) {
        this.connections = connections;
        this.uploads = uploads;
        this.runs = runs;
    }

    /**
     * Send a file of records instead of an engine; the run shows how far it is.
     *
     * @param separator cuts a cell into the elements of a list
     * @return the run that holds the file
     */
    @PostMapping("/api/v1/connections/{uuid}/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    RunJson upload(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam String stream,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "|") String separator,
            @RequestParam(required = false) @Nullable UUID profile,
            HttpServletRequest request)
            throws IOException {
        var connection = connections.require(caller.tenantId(), uuid);
        var followed =
                connections.profiles(connection).stream()
                        .filter(known -> profile == null || known.uuid().equals(profile))
                        .findFirst()
                        .orElseThrow(() -> noProfile(connection.name()));
        var order = new UploadOrder(stream, format, separator, caller.username());
        try (var file = SentFile.of(request)) {
            var run = uploads.take(connection, followed, order, file.content());
            return RunJson.of(runs.require(caller.tenantId(), run));
        }
    }

    private static FaultException noProfile(String connection) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "PROFILE_UNKNOWN",
                "Connection '" + connection + "' has no such profile.",
                "");
    }
}
