package io.penstock.platform.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import java.io.IOException;

/** Ends the session of a user who was disabled or has a new password. */
final class SessionCheck implements Filter {

    private final Admission admission;

    SessionCheck(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller
                && !admission.holds(authentication)) {
            end((HttpServletRequest) request);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var nobody = SecurityContextHolder.createEmptyContext();
        nobody.setAuthentication(
                new AnonymousAuthenticationToken(
                        "penstock",
                        "anonymous",
                        AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        SecurityContextHolder.setContext(nobody);
    }
}
