package io.penstock.platform.console.frame;

import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice(Shell.CONSOLE)
class Shell {

    static final String CONSOLE = "io.penstock.platform.console";

    @ModelAttribute("caller")
    @Nullable Caller caller() {
        return Caller.present();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
