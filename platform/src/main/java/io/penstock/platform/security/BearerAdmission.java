package io.penstock.platform.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Brings each kind of bearer token before {@link Admission}; API tokens open the API only. */
@Component
class BearerAdmission implements AuthenticationManagerResolver<HttpServletRequest> {

    private final Admission admission;
    private final JwtAuthenticationProvider signed;

    BearerAdmission(Admission admission, Tokens tokens) {
        this.admission = admission;
        this.signed = new JwtAuthenticationProvider(tokens);
        signed.setJwtAuthenticationConverter(admission);
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return request.getRequestURI().startsWith("/api/")
                ? bearer -> api(bearer, address)
                : signed::authenticate;
    }

    private Authentication api(Authentication bearer, String address) {
        return bearer instanceof BearerTokenAuthenticationToken typed
                        && typed.getToken().startsWith(ApiTokens.MARK)
                ? admission.admit(typed.getToken(), address)
                : signed.authenticate(bearer);
    }
}
