package io.penstock.platform.console.frame;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** A fault that a page cannot show in place gets a page of its own; in a part, a line there. */
@ControllerAdvice(Shell.CONSOLE)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler(FaultException.class)
    ModelAndView fault(FaultException e, HttpServletRequest request) {
        var status = FaultStatus.of(e.fault().kind());
        if (request.getHeader("HX-Request") != null) {
            return new ModelAndView("part-error", Map.of("fault", e.fault()), status);
        }
        return page(status, e.fault().message(), e.fault().hint());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView malformed(MethodArgumentTypeMismatchException e) {
        return page(
                HttpStatus.BAD_REQUEST,
                "The address of this page is not complete: '" + e.getName() + "' is malformed.",
                "Follow a link from the menu.");
    }

    private static ModelAndView page(HttpStatus status, String sentence, String hint) {
        var model = Map.of("status", status.value(), "sentence", sentence, "hint", hint);
        return new ModelAndView("error", model, status);
    }
}
