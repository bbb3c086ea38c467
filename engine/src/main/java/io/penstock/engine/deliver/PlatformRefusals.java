package io.penstock.engine.deliver;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.wire.Problem;
import io.penstock.wire.WireJson;

import java.time.Duration;
import java.util.Optional;

/** Turns the platform's refusals into faults. */
public final class PlatformRefusals {

    private static final String LOGIN_REFUSED = "PLATFORM_LOGIN_REFUSED";
    private static final int SECONDS_MAX = 3_600;

    private PlatformRefusals() {}

    /** Whether the platform does not know the name or the password. */
    static boolean isLogin(Fault fault) {
        return fault.code().equals(LOGIN_REFUSED);
    }

    static FaultException login(HttpAnswer answer, String address) {
        if (answer.status() == 401 || answer.status() == 403) {
            return new FaultException(
                    FaultKind.AUTHENTICATION,
                    LOGIN_REFUSED,
                    "The platform at " + address + " refused the login (" + answer.status() + ").",
                    "Check qualys.user.username and qualys.user.password, or whether the"
                            + " engine's key was revoked.");
        }
        return of(answer, "the login", address);
    }

    /**
     * @param call what was asked, for a person
     */
    static FaultException of(HttpAnswer answer, String call, String address) {
        var problem = problem(answer);
        var fault =
                Fault.of(
                        kind(answer.status()),
                        problem.map(Problem::code)
                                .filter(code -> !code.isBlank())
                                .orElse("PLATFORM_REFUSED"),
                        "The platform at "
                                + address
                                + " refused "
                                + call
                                + " ("
                                + answer.status()
                                + "): "
                                + problem.map(Problem::detail).orElse("it gave no reason")
                                + sentenceEnd(problem),
                        problem.map(Problem::hint).orElseGet(() -> hint(answer.status())));
        return new FaultException(wait(answer).map(fault::after).orElse(fault));
    }

    private static String sentenceEnd(Optional<Problem> problem) {
        return problem.filter(p -> p.detail().endsWith(".")).isPresent() ? "" : ".";
    }

    private static String hint(int status) {
        return status == 404
                ? "Check that connector.api.url is the address of a Penstock platform."
                : "";
    }

    private static FaultKind kind(int status) {
        return switch (status) {
            case 401 -> FaultKind.AUTHENTICATION;
            case 403 -> FaultKind.PERMISSION;
            case 404, 410 -> FaultKind.NOT_FOUND;
            case 409 -> FaultKind.CONFLICT;
            case 429 -> FaultKind.RATE_LIMITED;
            case 408 -> FaultKind.UNAVAILABLE;
            default -> status >= 500 ? FaultKind.UNAVAILABLE : FaultKind.INTERNAL;
        };
    }

    private static Optional<Problem> problem(HttpAnswer answer) {
        var type = answer.header("content-type").orElse("");
        if (!type.contains("json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(WireJson.read(answer.body(), Problem.class))
                    .filter(PlatformRefusals::whole);
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    /** Another program's JSON error may lack our members. */
    @SuppressWarnings("ConstantConditions")
    private static boolean whole(Problem problem) {
        return problem.detail() != null && problem.code() != null && problem.hint() != null;
    }

    private static Optional<Duration> wait(HttpAnswer answer) {
        return answer.header("retry-after")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), SECONDS_MAX)));
    }
}
