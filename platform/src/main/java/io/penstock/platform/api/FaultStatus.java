package io.penstock.platform.api;

import io.penstock.core.fault.FaultKind;

import org.springframework.http.HttpStatus;

/** The HTTP status that answers a kind of fault, for REST and for pages alike. */
public final class FaultStatus {

    private FaultStatus() {}

    public static HttpStatus of(FaultKind kind) {
        return switch (kind) {
            case CONFIGURATION, MALFORMED -> HttpStatus.BAD_REQUEST;
            case AUTHENTICATION -> HttpStatus.UNAUTHORIZED;
            case PERMISSION -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
