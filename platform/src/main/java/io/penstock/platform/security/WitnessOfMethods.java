package io.penstock.platform.security;

import io.penstock.platform.audit.AuditTrail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Begins the event of the audit log before a controller's method is called, when it is known who
 * asks for what. A request whose event cannot be written is not acted on.
 */
@Component
class WitnessOfMethods implements HandlerInterceptor, WebMvcConfigurer {

    static final String EVENT = WitnessOfMethods.class.getName();

    private final AuditTrail trail;

    WitnessOfMethods(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var caller = Caller.present();
        if (caller != null && handler instanceof HandlerMethod method && Deeds.counts(request)) {
            var deed = Deeds.of(request, method);
            request.setAttribute(EVENT, trail.begin(Witness.actor(caller, request), deed));
        }
        return true;
    }
}
