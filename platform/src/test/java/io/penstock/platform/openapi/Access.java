package io.penstock.platform.openapi;

import io.penstock.platform.security.Role;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may make a call, as the platform's own rules say.
 *
 * @param open whether it needs nobody
 * @param roles that may, of those that people and programs can have
 */
record Access(boolean open, List<Role> roles) {

    static Access to(Endpoint endpoint, WebInvocationPrivilegeEvaluator rules) {
        var path = endpoint.path().replaceAll("\\{[^}]*}", "x");
        var nobody =
                new AnonymousAuthenticationToken(
                        "nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        return new Access(
                rules.isAllowed("", path, endpoint.verb(), nobody),
                known().filter(role -> rules.isAllowed("", path, endpoint.verb(), somebody(role)))
                        .toList());
    }

    private static Stream<Role> known() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.INGEST);
    }

    private static Authentication somebody(Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", AuthorityUtils.createAuthorityList("ROLE_" + role.name()));
    }

    /** The statuses of those who may not. */
    List<String> refusals() {
        if (open) {
            return List.of();
        }
        return known().allMatch(roles::contains) ? List.of("401") : List.of("401", "403");
    }

    String sentence() {
        return open ? "Needs no token." : "Roles: " + String.join(", ", names()) + ".";
    }

    private List<String> names() {
        return roles.stream().map(Enum::name).toList();
    }
}
