package io.penstock.platform.security;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Turns an account into the authentication of a request and looks, with every request, whether it
 * still holds: a disabled user and a changed password end sessions and tokens at once.
 */
@Component
class Admission implements Converter<Jwt, AbstractAuthenticationToken> {

    /** How often the use of a token is written down at most. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final UserRows rows;
    private final ApiTokenRows tokens;
    private final Clock clock;

    Admission(UserRows rows, ApiTokenRows tokens, Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
    }

    static AbstractAuthenticationToken admit(Account account) {
        return admit(account.user().caller(), account.stamp());
    }

    private static AbstractAuthenticationToken admit(Caller caller, String stamp) {
        var authority = new SimpleGrantedAuthority("ROLE_" + caller.role());
        var token =
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of(authority));
        token.setDetails(stamp);
        return token;
    }

    /**
     * Who an API token stands for: its owner, with the token's role.
     *
     * @param text as it was shown when the token was made
     * @throws DisabledException when it is unknown, has ended or its owner may not have it any more
     */
    AbstractAuthenticationToken admit(String text, String address) {
        var held =
                tokens.byHash(ApiTokens.hash(text))
                        .filter(found -> found.token().state() == ApiToken.State.ACTIVE)
                        .orElseThrow(
                                () -> new DisabledException("The token is unknown or has ended."));
        var token = held.token();
        var user = held.account().user();
        var used = token.lastUsedAt();
        if (used == null || used.plus(USE).isBefore(clock.instant())) {
            tokens.used(user.tenantId(), token.uuid(), address);
        }
        var caller =
                new Caller(
                        user.tenantId(),
                        user.id(),
                        user.username(),
                        token.role().name(),
                        token.name());
        return admit(caller, held.account().stamp());
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
