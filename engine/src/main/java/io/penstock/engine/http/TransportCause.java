package io.penstock.engine.http;

import io.penstock.core.value.Shown;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;

/** Says in words why no answer came. */
final class TransportCause {

    private static final int WORDS_MAX = 200;

    private TransportCause() {}

    static String describe(Throwable error, TransportLimits limits) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return "the host name is unknown";
            }
        }
        return switch (error) {
            case HttpConnectTimeoutException _ ->
                    "no connection within " + limits.times().connect().toMillis() + " ms";
            case HttpTimeoutException _ -> "no answer in the time this call may take";
            case ConnectException _ -> "the connection was refused";
            case SSLException e -> "no trusted TLS connection (" + words(e) + ")";
            default -> words(error);
        };
    }

    private static String words(Throwable error) {
        var text =
                error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return Shown.cut(text.lines().findFirst().orElse(""), WORDS_MAX);
    }
}
