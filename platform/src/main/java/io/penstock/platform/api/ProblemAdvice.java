package io.penstock.platform.api;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.query.QueryException;
import io.penstock.query.QueryFault;
import io.penstock.wire.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Whatever a controller throws, as {@code application/problem+json} in one shape. First in order:
 * the framework's own advice knows neither code nor hint.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice({
    "io.penstock.platform.api",
    "io.penstock.platform.engine",
    "io.penstock.platform.intake"
})
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** SQLSTATE of a character that the database's encoding does not have. */
    private static final String NO_TEXT = "22021";

    private static final MediaType TYPE = MediaType.valueOf(Problem.MEDIA_TYPE);

    /**
     * {@link Problem} and where in the query's text it is.
     *
     * @param position 1-based column
     */
    record QueryProblem(
            int status, String title, String detail, String code, String hint, int position) {

        static QueryProblem of(QueryFault fault) {
            return new QueryProblem(
                    HttpStatus.BAD_REQUEST.value(),
                    "The query cannot be read",
                    fault.message(),
                    QueryFault.CODE,
                    fault.hint(),
                    fault.position());
        }
    }

    @ExceptionHandler(QueryException.class)
    ResponseEntity<QueryProblem> query(QueryException refused) {
        return ResponseEntity.badRequest().contentType(TYPE).body(QueryProblem.of(refused.fault()));
    }

    @ExceptionHandler(FaultException.class)
    ResponseEntity<Problem> fault(FaultException failed) {
        var fault = failed.fault();
        if (fault.kind() == FaultKind.INTERNAL) {
            return incident(failed, fault.code());
        }
        return answer(FaultStatus.of(fault.kind()), fault);
    }

    /** The security filters answer most of these themselves; what is left looks the same. */
    @ExceptionHandler(AuthenticationException.class)
    ResponseEntity<Problem> unknownCaller() {
        return answer(
                HttpStatus.UNAUTHORIZED,
                Fault.of(
                        FaultKind.AUTHENTICATION,
                        "TOKEN_REFUSED",
                        "The request carries no valid token."));
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Problem> refusedCaller() {
        return answer(
                HttpStatus.FORBIDDEN,
                Fault.of(
                        FaultKind.PERMISSION,
                        "ROLE_REFUSED",
                        "The user's role does not allow this."));
    }

    /** PostgreSQL has no zero byte; fields that people fill in are checked by name before. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<Problem> database(DataAccessException thrown) {
        if (thrown.getMostSpecificCause() instanceof SQLException cause
                && NO_TEXT.equals(cause.getSQLState())) {
            return badRequest(
                    "TEXT_CHARACTER",
                    "A text of this request holds the character with the number 0, which cannot be"
                            + " stored.");
        }
        return incident(thrown, "INTERNAL_ERROR");
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Problem> other(Exception thrown) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        if (thrown instanceof TypeMismatchException mismatch) {
            return badRequest("PARAMETER_INVALID", mismatched(mismatch));
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return badRequest("BODY_UNREADABLE", "The body is not the JSON this call takes.");
        }
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return refused(known);
        }
        return incident(thrown, "INTERNAL_ERROR");
    }

    private static String mismatched(TypeMismatchException mismatch) {
        var type = mismatch.getRequiredType();
        return "The parameter '"
                + mismatch.getPropertyName()
                + "' needs a value of type "
                + (type == null ? "unknown" : type.getSimpleName())
                + ".";
    }

    private static ResponseEntity<Problem> refused(ErrorResponse known) {
        var status = known.getStatusCode();
        var detail = known.getBody().getDetail();
        var fault =
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "REQUEST_REFUSED",
                        detail == null ? "The request is not one this call takes." : detail);
        return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .contentType(TYPE)
                .body(problem(status, fault));
    }

    private static ResponseEntity<Problem> badRequest(String code, String message) {
        return answer(HttpStatus.BAD_REQUEST, Fault.of(FaultKind.CONFIGURATION, code, message));
    }

    /** The one place that logs what nobody expected; the caller gets the id to ask for. */
    private static ResponseEntity<Problem> incident(Exception thrown, String code) {
        var id = UUID.randomUUID();
        LOG.error("Incident {}: a request failed inside.", id, thrown);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Fault.of(
                        FaultKind.INTERNAL,
                        code,
                        "The request failed inside the platform, incident " + id + ".",
                        "The platform's log has this incident's cause."));
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, Fault fault) {
        var response = ResponseEntity.status(status).contentType(TYPE);
        wait(fault)
                .ifPresent(wait ->
                        response.header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(Math.max(1, wait.toSeconds()))));
        return response.body(problem(status, fault));
    }

    /** "Too often" always says when to come back. */
    private static Optional<Duration> wait(Fault fault) {
        return fault.kind() == FaultKind.RATE_LIMITED
                ? fault.requestedWait().or(() -> Optional.of(WAIT))
                : fault.requestedWait();
    }

    private static Problem problem(HttpStatusCode status, Fault fault) {
        var known = HttpStatus.resolve(status.value());
        return new Problem(
                status.value(),
                known == null ? "Refused" : known.getReasonPhrase(),
                fault.message(),
                fault.code(),
                fault.hint());
    }
}
