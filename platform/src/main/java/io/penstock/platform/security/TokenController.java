package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.Problem;
import io.penstock.wire.WireJson;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;

/** The token call of engines and API clients (etm 5.15): a form in, the token as text out. */
@RestController
class TokenController {

    private final SignIn signIn;
    private final Tokens tokens;

    TokenController(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @PostMapping(path = EnginePaths.LOGIN)
    ResponseEntity<byte[]> token(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        try {
            var account = signIn.check(username, password, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(tokens.issue(account).getBytes(StandardCharsets.US_ASCII));
        } catch (FaultException e) {
            return refused(e);
        }
    }

    private static ResponseEntity<byte[]> refused(FaultException e) {
        var fault = e.fault();
        var status =
                fault.kind() == FaultKind.RATE_LIMITED
                        ? HttpStatus.TOO_MANY_REQUESTS
                        : HttpStatus.UNAUTHORIZED;
        var answer =
                ResponseEntity.status(status)
                        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        fault.requestedWait()
                .ifPresent(wait -> answer.header("Retry-After", "" + (wait.toSeconds() + 1)));
        return answer.body(
                WireJson.write(
                        new Problem(
                                status.value(),
                                "Sign-in refused",
                                fault.message(),
                                fault.code(),
                                fault.hint())));
    }
}
