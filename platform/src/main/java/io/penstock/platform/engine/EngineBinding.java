package io.penstock.platform.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Locale;

/** Holds an enrolled engine to the connection it was enrolled for. */
@Component
class EngineBinding implements HandlerInterceptor, WebMvcConfigurer {

    private static final String BOUND = "/engine/v1/connections/";
    private static final int UUID_LENGTH = 36;

    private final Engines engines;

    EngineBinding(Engines engines) {
        this.engines = engines;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(BOUND + "**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && caller.role().equals("INGEST")
                && !mayUse(caller, request.getRequestURI())) {
            throw new FaultException(
                    FaultKind.PERMISSION,
                    "ENGINE_OF_OTHER_CONNECTION",
                    "This engine was enrolled for another connection.",
                    "Enrol it again with a token of this connection.");
        }
        return true;
    }

    private boolean mayUse(Caller caller, String path) {
        var end = BOUND.length() + UUID_LENGTH;
        return path.length() >= end
                && engines.connectionOf(caller).stream()
                        .map(Object::toString)
                        .anyMatch(
                                path.substring(BOUND.length(), end).toLowerCase(Locale.ROOT)
                                        ::equals);
    }
}
