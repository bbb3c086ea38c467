package io.penstock.platform.security;

import io.penstock.wire.EnginePaths;
import io.penstock.wire.Problem;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Refuses an engine that names another customer than its user's (S-129). */
final class CustomerCheck implements Filter {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Tenants tenants;

    CustomerCheck(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var refusal = refusal((HttpServletRequest) request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            Refusals.write((HttpServletResponse) response, refusal);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!request.getRequestURI().startsWith("/engine/")
                || authentication == null
                || !(authentication.getPrincipal() instanceof Caller caller)) {
            return null;
        }
        var named = request.getHeader(EnginePaths.HEADER_CUSTOMER);
        if (named == null || !UUID_FORM.matcher(named.strip()).matches()) {
            return new Problem(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Customer not named",
                    "The header " + EnginePaths.HEADER_CUSTOMER + " is missing or not a UUID.",
                    "CUSTOMER_FORM",
                    "Set qualys.customerUuid to the UUID the connection's page shows.");
        }
        if (tenants.customerUuid(caller.tenantId()).equals(UUID.fromString(named.strip()))) {
            return null;
        }
        return new Problem(
                HttpServletResponse.SC_FORBIDDEN,
                "Other customer",
                "The customer " + named.strip() + " is not the one of the user '" + caller.username() + "'.",
                "CUSTOMER_MISMATCH",
                "Set qualys.customerUuid to the UUID the connection's page shows.");
    }
}
