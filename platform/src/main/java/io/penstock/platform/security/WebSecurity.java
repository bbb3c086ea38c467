package io.penstock.platform.security;

import io.penstock.platform.audit.AuditTrail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

import java.util.Locale;

/**
 * Two chains: machines bring a token with every request and have no session; people sign in with a
 * form, have a session, and every change they make carries a CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** Nothing from elsewhere, nothing inline. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final Refusals refusals = new Refusals();

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http,
            BearerAdmission admission,
            Tenants tenants,
            AuditTrail trail,
            Unknowns unknowns) {
        return http.securityMatcher(WebSecurity::machine)
                .authorizeHttpRequests(AccessRules::machine)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server ->
                        server.authenticationManagerResolver(admission)
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(WebSecurity::strict)
                .addFilterBefore(new Witness(trail, unknowns), CsrfFilter.class)
                .addFilterAfter(new CustomerCheck(tenants), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            ConsoleSignIn signIn,
            Admission admission,
            AuditTrail trail,
            Unknowns unknowns) {
        return http.authorizeHttpRequests(AccessRules::person)
                .authenticationProvider(signIn)
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .defaultSuccessUrl("/dashboard")
                                .failureHandler(new SignInFailure()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(handling ->
                        handling.defaultAuthenticationEntryPointFor(refusals, WebSecurity::api)
                                .defaultAuthenticationEntryPointFor(
                                        WebSecurity::leavePage, WebSecurity::fragment)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                        request -> true)
                                .defaultAccessDeniedHandlerFor(refusals, WebSecurity::api)
                                .defaultAccessDeniedHandlerFor(
                                        new AccessDeniedHandlerImpl(), request -> true))
                .headers(WebSecurity::strict)
                .addFilterBefore(new Witness(trail, unknowns), CsrfFilter.class)
                .addFilterBefore(new SessionCheck(admission), AuthorizationFilter.class)
                .build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** After the sign-in only a whole page is worth going back to. */
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET") && !api(request) && !fragment(request));
        return cache;
    }

    /** A page that refreshes itself must not show the sign-in form inside. */
    private static void leavePage(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        response.setHeader("HX-Redirect", "/sign-in");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static boolean fragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean machine(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/auth")
                || path.startsWith("/engine/")
                || (api(request) && bearer(request));
    }

    private static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static boolean bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
}
