package io.penstock.platform.security;

import io.penstock.wire.Problem;
import io.penstock.wire.WireJson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

import java.io.IOException;

/** The refusals that happen before a controller is reached, in the shape of all our problems. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(
                response,
                new Problem(
                        HttpServletResponse.SC_UNAUTHORIZED,
                        "Not signed in",
                        "The request carries no valid token.",
                        "TOKEN_REFUSED",
                        "Get a new token with POST /auth."));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        write(
                response,
                new Problem(
                        HttpServletResponse.SC_FORBIDDEN,
                        "Not allowed",
                        "The user's role does not allow " + request.getMethod() + " here.",
                        "ROLE_REFUSED",
                        "Ask an administrator."));
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(WireJson.write(problem));
    }
}
