package io.penstock.platform.api;

import io.penstock.platform.report.Report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Sends a report's file as it is stored to those who take gzip, else unpacked on the way. */
record ReportDownload(Report report, Path compressed) {

    private static final String GZIP = "gzip";
    private static final Pattern REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?");
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N} ._()-]");

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var packed = takesGzip(request);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        var progress = report.progress();
        response.setContentLengthLong(packed ? progress.storedBytes() : progress.bytes());
        var format = report.order().export().format();
        new FileAnswer(request, response)
                .send(fileName(format.extension()), format.mediaType(), out -> copy(packed, out));
    }

    private void copy(boolean packed, OutputStream out) throws IOException {
        try (var stored = Files.newInputStream(compressed)) {
            if (packed) {
                stored.transferTo(out);
            } else {
                new GZIPInputStream(stored, 1 << 16).transferTo(out);
            }
        }
    }

    private String fileName(String extension) {
        return UNFIT.matcher(report.order().name()).replaceAll("-") + "." + extension;
    }

    private static boolean takesGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return false;
        }
        for (var one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            var coding = one.strip();
            if (coding.startsWith(GZIP)) {
                return !REFUSED.matcher(coding).matches();
            }
        }
        return false;
    }
}
