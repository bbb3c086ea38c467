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

    FalconHttp(HttpPort port, FalconAddress home) {
        this.port = port;
        this.home = home;
    }

    FalconAddress home() {
        return home;
    }

    HttpAnswer post(String path, Map<String, String> form) {
        return send(path, at -> HttpCall.post(at.resolve(path), form));
    }

    HttpAnswer get(String pathAndQuery, Map<String, String> headers) {
        return send(pathAndQuery, at -> HttpCall.get(at.resolve(pathAndQuery), headers));
    }

    private HttpAnswer send(String pathAndQuery, CallAt call) {
        var asked = home;
        var answer = port.send(call.at(asked));
        if (answer.status() != PERMANENT_REDIRECT) {
            return answer;
        }
        var location = answer.header("location").orElse("");
        var target =
                asked.redirected(location, pathAndQuery)
                        .orElseThrow(() -> refused(asked, "to '" + shown(location) + "'"));
        var second = port.send(call.at(target));
        if (second.status() == PERMANENT_REDIRECT) {
            throw refused(asked, "twice, at last from " + target);
        }
        home = target;
        return second;
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
