package io.penstock.platform.console.frame;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

/** A refusal that is shown on the page it was caused on. */
public final class Refusal {

    private Refusal() {}

    public static void show(FaultException refused, HttpServletResponse response, Model model) {
        show(refused.fault(), response, model);
    }

    static void show(Fault fault, HttpServletResponse response, Model model) {
        response.setStatus(FaultStatus.of(fault.kind()).value());
        model.addAttribute("problem", fault.sentence());
    }
}
