package io.penstock.platform.security;

import io.penstock.wire.EnginePaths;

import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import java.net.InetAddress;

/** Who may call what; the first rule that fits decides. */
final class AccessRules {

    private static final String ADMIN = Role.ADMIN.name();
    private static final String VIEWER = Role.VIEWER.name();
    private static final String ENGINE = Role.ENGINE.name();
    private static final String INGEST = Role.INGEST.name();

    /** Forms that only lead to a change: who may not make it, need not see them. */
    private static final String[] CHANGING = {
        "/connections/new",
        "/connections/new/**",
        "/connections/*/edit",
        "/connections/*/delete",
        "/connections/*/clone",
        "/connections/*/profiles/new",
        "/connections/*/profiles/*/edit",
        "/maps/new",
        "/maps/import",
        "/maps/*/edit",
        "/maps/*/clone",
        "/maps/*/roll-back",
        "/maps/*/delete",
        "/inventory/assets/host/*/merge",
        "/inventory/assets/host/*/split",
        "/inventory/assets/host/tags",
        "/identification/rules/new",
        "/identification/rules/*/edit",
        "/risk-management/findings/vulnerability/decide",
    };

    /** What changes nothing for others: searches, reports, the columns of a list, the account. */
    private static final String[] ONES_OWN = {
        "/searches",
        "/searches/**",
        "/reports",
        "/reports/**",
        "/risk-management/findings/vulnerability/columns",
        "/inventory/assets/host/columns",
        "/account/**",
        "/sign-out",
    };

    private AccessRules() {}

    static void machine(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.requestMatchers(HttpMethod.POST, "/auth", EnginePaths.ENROL)
                .permitAll()
                .requestMatchers("/engine/**")
                .hasAnyRole(ADMIN, ENGINE, INGEST);
        api(rules);
        rules.anyRequest().denyAll();
    }

    static void person(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.requestMatchers("/actuator/health/**")
                .access(loopback())
                .requestMatchers("/sign-in", "/ui/**", "/webjars/**", "/error")
                .permitAll();
        api(rules);
        rules.requestMatchers(CHANGING)
                .hasRole(ADMIN)
                .requestMatchers(HttpMethod.POST, ONES_OWN)
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers(HttpMethod.GET, "/**")
                .hasAnyRole(ADMIN, VIEWER)
                .anyRequest()
                .hasRole(ADMIN);
    }

    private static void api(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        // A link of the engine's image carries its own proof.
        rules.requestMatchers(HttpMethod.GET, "/api/v1/engine-image/links/*/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/me/password")
                .hasAnyRole(ADMIN, VIEWER, ENGINE)
                // Whose reports and tokens they are is looked at where they are read.
                .requestMatchers(
                        "/api/v1/reports",
                        "/api/v1/reports/**",
                        "/api/v1/me/tokens",
                        "/api/v1/me/tokens/**",
                        "/api/v1/me/end-sessions")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers("/api/v1/saved-searches", "/api/v1/saved-searches/**")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers(HttpMethod.GET, "/api/v1/runs/*/hold/**")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers(HttpMethod.GET, "/api/v1/connections/*/identification")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/connections",
                        "/api/v1/connections/**",
                        "/api/v1/runs",
                        "/api/v1/runs/**")
                .hasAnyRole(ADMIN, VIEWER, ENGINE)
                // A search that does not fit into an address: it changes nothing.
                .requestMatchers(
                        HttpMethod.POST, "/api/v1/findings/search", "/api/v1/assets/search")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasAnyRole(ADMIN, VIEWER)
                .requestMatchers("/api/**")
                .hasRole(ADMIN);
    }

    private static AuthorizationManager<RequestAuthorizationContext> loopback() {
        return (caller, context) ->
                new AuthorizationDecision(
                        InetAddress.ofLiteral(context.getRequest().getRemoteAddr())
                                .isLoopbackAddress());
    }
}
