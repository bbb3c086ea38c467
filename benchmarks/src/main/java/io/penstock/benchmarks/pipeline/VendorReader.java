package io.penstock.benchmarks.pipeline;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.stack.ApiClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads all findings of the simulator one page after the other and keeps nothing: how fast the
 * simulator alone is. Only the head of a page is inflated, for the next cursor.
 */
final class VendorReader {

    private static final int LIMIT = 5_000;
    private static final int HEAD = 4_096;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern AFTER = Pattern.compile("\"after\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

    private final URI address;
    private final ApiClient client;

    VendorReader(URI address, ApiClient client) {
        this.address = address;
        this.client = client;
    }

    double findingsPerSecond() {
        try (var http = HttpClient.newHttpClient()) {
            var token = match(TOKEN, send(http, tokenRequest()));
            var begun = System.nanoTime();
            var total = read(http, token);
            return total / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private long read(HttpClient http, String token) {
        var head = send(http, page(token, ""));
        var total = Long.parseLong(match(TOTAL, head));
        for (long read = LIMIT; read < total; read += LIMIT) {
            head = send(http, page(token, "&after=" + encoded(match(AFTER, head))));
        }
        return total;
    }

    private HttpRequest tokenRequest() {
        var form =
                "client_id=" + encoded(client.id()) + "&client_secret=" + encoded(client.secret());
        return HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private HttpRequest page(String token, String after) {
        var query =
                "?limit="
                        + LIMIT
                        + "&facet=cve&facet=host_info&facet=remediation"
                        + "&sort=created_timestamp.asc&filter="
                        + encoded("created_timestamp:>'1970-01-01T00:00:00Z'")
                        + after;
        return HttpRequest.newBuilder(
                        address.resolve("/spotlight/combined/vulnerabilities/v1" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip")
                .build();
    }

    /** The beginning of the answer's text. */
    static String send(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw unreadable("status " + answer.statusCode());
            }
            var plain = new ByteArrayInputStream(answer.body());
            var packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            try (var text = packed ? new GZIPInputStream(plain) : plain) {
                return new String(text.readNBytes(HEAD), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "BENCH_SIMULATOR",
                            "The simulator does not answer."),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "INTERRUPTED", "The wait was interrupted."), e);
        }
    }

    private static String match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw unreadable("no " + pattern.pattern());
        }
        return matcher.group(1);
    }

    private static FaultException unreadable(String why) {
        return new FaultException(
                FaultKind.MALFORMED,
                "BENCH_SIMULATOR",
                "An answer of the simulator cannot be used: " + why + ".",
                "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
