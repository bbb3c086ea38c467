package io.penstock.testkit.vendor;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Damages the answers to a few calls of its choice; what everybody's network does at times. */
final class DamagedPort implements HttpPort {

    /** How an answer is damaged. */
    enum Damage {
        CUT_BODY,
        NO_ANSWER,
        SERVER_ERROR,
        HTML_PAGE
    }

    private static final byte[] PAGE =
            "<html><body>maintenance</body></html>".getBytes(StandardCharsets.UTF_8);

    private final HttpPort port = new PlainPort();
    private final Damage damage;
    private final int left;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param calls how many calls with method GET are damaged, from the first on
     */
    DamagedPort(Damage damage, int calls) {
        this.damage = damage;
        this.left = calls;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        var hit = call.method().equals("GET") && calls.getAndIncrement() < left;
        return hit ? damaged(call) : port.send(call);
    }

    private HttpAnswer damaged(HttpCall call) {
        var html = Map.of("content-type", "text/html");
        return switch (damage) {
            case CUT_BODY -> cut(port.send(call));
            case NO_ANSWER ->
                    throw new FaultException(
                            Fault.of(FaultKind.UNAVAILABLE, "NO_ANSWER", "No answer came."));
            case SERVER_ERROR -> new HttpAnswer(503, Map.of(), new byte[0]);
            case HTML_PAGE -> new HttpAnswer(200, html, PAGE);
        };
    }

    private static HttpAnswer cut(HttpAnswer whole) {
        var half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new HttpAnswer(whole.status(), whole.headers(), half);
    }
}
