package io.penstock.vendor.tidewater;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;
import io.penstock.source.ReadWindow;
import io.penstock.source.Secret;
import io.penstock.source.Settings;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Calls with the API key, and what a refusal means. */
final class TidewaterClient {

    private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

    private final HttpPort http;
    private final URI account;
    private final Secret key;

    private TidewaterClient(HttpPort http, URI account, Secret key) {
        this.http = http;
        this.account = account;
        this.key = key;
    }

    static TidewaterClient of(Settings settings, HttpPort http) {
        var base = settings.require(TidewaterDescriptor.URL);
        var name = settings.require(TidewaterDescriptor.ACCOUNT);
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        try {
            var account = URI.create(base + "/v1/" + encoded + "/");
            return new TidewaterClient(http, account, settings.secret(TidewaterDescriptor.KEY));
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "TIDEWATER_ADDRESS",
                            "'" + base + "' is not an address.",
                            "Enter the base URL of your Tidewater harbour."),
                    e);
        }
    }

    /** The records of a range in the order of their numbers; a limit of 0 only counts. */
    HttpAnswer list(StreamName stream, ReadWindow window, NumberRange range, int limit) {
        var query = "?from=" + range.from() + "&below=" + range.below() + "&limit=" + limit;
        var from = window.from();
        if (from != null) {
            query += "&changed_from=" + from + "&changed_below=" + window.until();
        }
        var uri = account.resolve(stream.text() + query);
        var answer = http.send(HttpCall.get(uri, Map.of("X-Tidewater-Key", key.reveal())));
        if (answer.status() != 200) {
            throw refusal(answer.status());
        }
        return answer;
    }

    private static FaultException refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                    new FaultException(
                            FaultKind.AUTHENTICATION,
                            "TIDEWATER_KEY_REFUSED",
                            "Tidewater refuses the API key (" + status + ").",
                            "Make a new key under Settings > Keys and enter it here.");
            case 429 ->
                    new FaultException(
                            Fault.of(
                                            FaultKind.RATE_LIMITED,
                                            "TIDEWATER_BUSY",
                                            "Tidewater was asked too often.")
                                    .after(BUSY_WAIT));
            default ->
                    new FaultException(
                            Fault.of(
                                    FaultKind.UNAVAILABLE,
                                    "TIDEWATER_FAILED",
                                    "Tidewater answered with status " + status + "."));
        };
    }
}
