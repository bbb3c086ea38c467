package io.penstock.platform.security;

import io.penstock.platform.audit.AuditDeed;
import io.penstock.wire.EnginePaths;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which requests the audit log holds, and what it calls them. */
final class Deeds {

    static final String SIGN_IN = "sign-in";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Queries that are too long for an address: they change nothing. */
    private static final Set<String> READING =
            Set.of("/api/v1/findings/search", "/api/v1/assets/search");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final Map<String, String> BY_FILTERS =
            Map.of(
                    "/sign-in",
                    SIGN_IN,
                    "/auth",
                    SIGN_IN,
                    "/sign-out",
                    "sign-out",
                    EnginePaths.ENROL,
                    "engine.enrol");

    private Deeds() {}

    /**
     * Every request that may change something, but for the traffic of engines: runs have their own
     * ledger, and a page is no decision of anybody.
     */
    static boolean counts(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getDispatcherType() == DispatcherType.REQUEST
                && !SAFE.contains(request.getMethod())
                && !READING.contains(path)
                && (!path.startsWith("/engine/") || path.equals(EnginePaths.ENROL));
    }

    /** Of a request that reached no method of a controller. */
    static AuditDeed of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var asked = request.getMethod() + " " + path;
        return new AuditDeed(BY_FILTERS.getOrDefault(path, "request"), asked, "", "");
    }

    /** Of a request that a method of a controller takes; services give better words. */
    static AuditDeed of(HttpServletRequest request, HandlerMethod handler) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var place = pattern == null ? request.getRequestURI() : pattern.toString();
        var values = values(request, place);
        return new AuditDeed(
                BY_FILTERS.getOrDefault(place, action(handler)),
                request.getMethod() + " " + place,
                values.isEmpty() ? "" : values.getFirst(),
                values.stream().skip(1).collect(Collectors.joining(" ")));
    }

    /** The values of the path, in its order. */
    private static List<String> values(HttpServletRequest request, String pattern) {
        var found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(found instanceof Map<?, ?> values)) {
            return List.of();
        }
        return VARIABLE.matcher(pattern)
                .results()
                .map(name -> values.get(name.group(1)))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /** {@code RunsController.cancel} as {@code runs.cancel}. */
    private static String action(HandlerMethod handler) {
        var type = handler.getBeanType().getSimpleName();
        var about = type.replaceAll("(Controller|Pages?|Part|Form|Desk)$", "");
        return dashed(about) + "." + dashed(handler.getMethod().getName());
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
