package io.penstock.platform.security;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/**
 * Turns an account into the authentication of a request and looks, with every request, whether it
 * still holds: a disabled user and a changed password end sessions and tokens at once.
 */
@Component
class Admission implements Converter<Jwt, AbstractAuthenticationToken> {

    private final UserRows rows;

    Admission(UserRows rows) {
        this.rows = rows;
    }

    static AbstractAuthenticationToken admit(Account account) {
        var authority = new SimpleGrantedAuthority("ROLE_" + account.user().role());
        var token =
                UsernamePasswordAuthenticationToken.authenticated(
                        account.user().caller(), null, List.of(authority));
        token.setDetails(account.stamp());
        return token;
    }

    /** A session's authentication that may still be used. */
    boolean holds(Authentication authentication) {
        return authentication.getPrincipal() instanceof Caller caller
                && authentication.getDetails() instanceof String stamp
                && rows.byId(caller.tenantId(), caller.userId())
                        .filter(account -> account.honours(stamp))
                        .filter(account -> account.user().role().name().equals(caller.role()))
                        .isPresent();
    }

    /** The present role counts, not the one the token was made with. */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Number tenant = token.getClaim(Tokens.TENANT);
        String stamp = token.getClaimAsString(Tokens.STAMP);
        if (tenant == null || stamp == null) {
            throw new DisabledException("The token does not say whose it is.");
        }
        return rows.byId(tenant.intValue(), UUID.fromString(token.getSubject()))
                .filter(account -> account.honours(stamp))
                .map(Admission::admit)
                .orElseThrow(() ->
                        new DisabledException(
                                "The user of this token is disabled or has a new" + " password."));
    }
}
