package io.penstock.platform.intake;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.value.Sha256;
import io.penstock.platform.security.Caller;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.Receipt;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Takes one page's bytes as the vendor sent them. The body is read whole, because its digest is
 * checked before anything is stored; how many bodies are in memory at once is bounded.
 */
@RestController
class PageController {

    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);

    private final PageIntake intake;
    private final IntakeSettings settings;
    private final Semaphore bodies;

    PageController(PageIntake intake, IntakeSettings settings) {
        this.intake = intake;
        this.settings = settings;
        this.bodies = new Semaphore(settings.concurrentPages());
    }

    @PutMapping("/engine/v1/runs/{run}/streams/{stream}/slices/{slice}/pages/{sequence}")
    ResponseEntity<Receipt> take(
            Caller caller,
            @PathVariable UUID run,
            @PathVariable String stream,
            @PathVariable int slice,
            @PathVariable long sequence,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease,
            HttpServletRequest request)
            throws IOException {
        requireLength(request);
        intake.requireRoom();
        if (!bodies.tryAcquire()) {
            throw new FaultException(
                    Fault.of(
                                    FaultKind.RATE_LIMITED,
                                    "INTAKE_BUSY",
                                    settings.concurrentPages() + " pages are being taken in.",
                                    "The engine waits and tries again.")
                            .after(BUSY_WAIT));
        }
        try {
            var page = page(request, stream, slice, sequence);
            var receipt = intake.take(new EngineCall(caller.tenantId(), run, lease), page);
            intake.arrived();
            return ResponseEntity.status(receipt.repeated() ? 200 : 201).body(receipt);
        } finally {
            bodies.release();
        }
    }

    private void requireLength(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        var most = settings.pageBytesMax().toBytes();
        if (length < 0 || length > most) {
            throw malformed(
                    "PAGE_TOO_LONG",
                    "The page has "
                            + (length < 0 ? "no stated number of" : length)
                            + " bytes, at most "
                            + most
                            + " are taken.");
        }
    }

    private IncomingPage page(HttpServletRequest request, String stream, int slice, long sequence)
            throws IOException {
        var body = request.getInputStream().readNBytes((int) request.getContentLengthLong());
        var digest = Sha256.of(body);
        if (!HexFormat.of().formatHex(digest).equals(header(request, EnginePaths.HEADER_SHA256))) {
            throw malformed(
                    "PAGE_DAMAGED",
                    "Page "
                            + sequence
                            + " of "
                            + stream
                            + "/"
                            + slice
                            + " arrived with another SHA-256 than it was sent with.");
        }
        try {
            return new IncomingPage(
                    stream,
                    slice,
                    sequence,
                    encoding(request),
                    digest,
                    (int) number(request, EnginePaths.HEADER_RECORDS),
                    (int) number(request, EnginePaths.HEADER_FRESH),
                    new Position(header(request, EnginePaths.HEADER_NEXT)),
                    number(request, EnginePaths.HEADER_TOTAL),
                    Boolean.parseBoolean(header(request, EnginePaths.HEADER_LAST)),
                    body);
        } catch (IllegalArgumentException e) {
            throw malformed(
                    "PAGE_HEADER", "A header of the page is wrong: " + e.getMessage() + ".");
        }
    }

    private static String encoding(HttpServletRequest request) {
        var encoding = request.getHeader("Content-Encoding");
        var word = encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT);
        if (!word.equals("gzip") && !word.equals("identity")) {
            throw new IllegalArgumentException("Content-Encoding is neither gzip nor identity");
        }
        return word;
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static long number(HttpServletRequest request, String name) {
        var value = Long.parseLong(header(request, name));
        if (value < -1 || value > 1_000_000_000_000L) {
            throw new IllegalArgumentException(name + " is " + value);
        }
        return value;
    }

    private static FaultException malformed(String code, String sentence) {
        return new FaultException(
                FaultKind.MALFORMED, code, sentence, "The page was not stored; send it again.");
    }
}
