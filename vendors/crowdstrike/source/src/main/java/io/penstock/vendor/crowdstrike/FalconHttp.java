package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;

import java.util.Map;

/**
 * Calls at the customer's home cloud. A 308 is followed by hand, once, and only to a cloud the
 * vendor is known to run; the found address is kept, because every call to a wrong region counts
 * against a pool of 15 a minute.
 */
final class FalconHttp {

    private static final int PERMANENT_REDIRECT = 308;

    private final HttpPort port;
    private volatile FalconAddress home;
    private volatile String region = "";
    private volatile String date = "";

    FalconHttp(HttpPort port, FalconAddress home) {
        this.port = port;
        this.home = home;
    }

    FalconAddress home() {
        return home;
    }

    /** The region as the vendor last named it, such as {@code us-2}; empty before. */
    String region() {
        return region;
    }

    /** The vendor's clock as its last answer told it; empty before. */
    String date() {
        return date;
    }

    HttpAnswer post(String path, Map<String, String> form) {
        return send(path, at -> HttpCall.post(at.resolve(path), form));
    }

    HttpAnswer get(String pathAndQuery, Map<String, String> headers) {
        return send(pathAndQuery, at -> HttpCall.get(at.resolve(pathAndQuery), headers));
    }

    private HttpAnswer send(String pathAndQuery, CallAt call) {
        var asked = home;
        var answer = noted(port.send(call.at(asked)));
        if (answer.status() != PERMANENT_REDIRECT) {
            return answer;
        }
        var location = answer.header("location").orElse("");
        var target =
                asked.redirected(location, pathAndQuery)
                        .orElseThrow(() -> refused(asked, "to '" + shown(location) + "'"));
        var second = noted(port.send(call.at(target)));
        if (second.status() == PERMANENT_REDIRECT) {
            throw refused(asked, "twice, at last from " + target);
        }
        home = target;
        return second;
    }

    private HttpAnswer noted(HttpAnswer answer) {
        var named = answer.header("x-cs-region").orElse("");
        if (named.matches("[a-z0-9-]{1,20}")) {
            region = named;
        }
        date = answer.header("date").orElse("");
        return answer;
    }

    private static String shown(String location) {
        var end = location.indexOf('?');
        var text = end < 0 ? location : location.substring(0, end);
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static FaultException refused(FalconAddress from, String where) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "VENDOR_REDIRECT_REFUSED",
                "CrowdStrike at " + from + " redirects " + where + ", which is not followed.",
                "Enter the base URL of your own Falcon cloud in the connection's Basic Details.");
    }

    private interface CallAt {
        HttpCall at(FalconAddress address);
    }
}
