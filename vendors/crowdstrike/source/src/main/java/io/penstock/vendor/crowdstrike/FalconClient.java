package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.source.HttpAnswer;

import java.util.Map;
import java.util.Optional;

/**
 * Resource calls with a token, at the session's pace: a refused token is renewed once and the same
 * call repeated.
 */
final class FalconClient {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULTS = 500;

    /** The pool of calls without a valid token: a 429 from it means that the token is bad. */
    private static final String BAD_TOKEN_POOL = "15";

    private final FalconHttp http;
    private final TokenKeeper tokens;
    private final Pace pace;

    FalconClient(FalconHttp http, TokenKeeper tokens, Pace pace) {
        this.http = http;
        this.tokens = tokens;
        this.pace = pace;
    }

    /**
     * The answer of a call that succeeded by its status; its {@code errors} are for the caller to
     * judge, because they may sit behind megabytes of records.
     */
    HttpAnswer get(Endpoint endpoint, Query query) {
        var answer = send(endpoint, query);
        if (answer.status() != OK) {
            throw refusal(endpoint, answer);
        }
        return answer;
    }

    /**
     * Like {@link #get}, but a cursor that is no longer alive gives nothing. A 400 counts as such
     * too: if it is our query that is wrong, asking without the cursor says so.
     */
    Optional<HttpAnswer> follow(Endpoint endpoint, Query query) {
        var answer = send(endpoint, query);
        if (answer.status() == OK) {
            return Optional.of(answer);
        }
        var code = Refusals.code(answer);
        if (code == NOT_FOUND || code == BAD_REQUEST) {
            return Optional.empty();
        }
        throw refusal(endpoint, answer);
    }

    /** Refuses an answer with status 200 that carries errors. */
    void judge(Endpoint endpoint, HttpAnswer answer, Optional<VendorError> error) {
        if (error.isPresent()) {
            throw Refusals.ofErrors(answer, error.get(), endpoint, http.home());
        }
    }

    private FaultException refusal(Endpoint endpoint, HttpAnswer answer) {
        var wait =
                answer.status() == TOO_MANY
                        ? pace.refused(answer)
                        : answer.status() >= SERVER_FAULTS ? pace.failed(answer) : null;
        return Refusals.ofResource(answer, endpoint, http.home(), wait);
    }

    private HttpAnswer send(Endpoint endpoint, Query query) {
        var token = tokens.current();
        var answer = send(endpoint, query, token);
        if (saysTokenIsBad(answer)) {
            answer = send(endpoint, query, tokens.insteadOf(token));
        }
        if (answer.status() == OK) {
            pace.succeeded(answer);
        }
        return answer;
    }

    private static boolean saysTokenIsBad(HttpAnswer answer) {
        var limit = answer.header("x-ratelimit-limit").orElse("");
        return answer.status() == UNAUTHORISED
                || (answer.status() == TOO_MANY && limit.equals(BAD_TOKEN_POOL));
    }

    private HttpAnswer send(Endpoint endpoint, Query query, Token token) {
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + token.value().reveal(),
                        "Accept",
                        "application/json");
        pace.awaitTurn();
        return http.get(endpoint.path() + query.text(), headers);
    }
}
