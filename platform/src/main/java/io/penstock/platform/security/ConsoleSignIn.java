package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The console's form, through {@link SignIn}. */
@Component
class ConsoleSignIn implements AuthenticationProvider {

    private final SignIn signIn;

    ConsoleSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address =
                typed.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        try {
            var account = signIn.check(typed.getName(), password(typed), address);
            return Admission.admit(account);
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.RATE_LIMITED) {
                throw new LockedException(e.fault().sentence(), e);
            }
            throw new BadCredentialsException(e.fault().sentence(), e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == UsernamePasswordAuthenticationToken.class;
    }

    private static String password(Authentication typed) {
        return typed.getCredentials() instanceof String password ? password : "";
    }
}
