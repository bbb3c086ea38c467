package io.penstock.platform.console.frame;

import io.penstock.core.fault.FaultException;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

import java.util.Optional;
import java.util.function.Supplier;

/** What a form asks for, which may be refused. */
public final class Attempt {

    private Attempt() {}

    /**
     * What the work gives; empty when it was refused: the answer has the status of the fault then,
     * and the page its sentence as {@code problem}.
     */
    public static <T> Optional<T> of(Supplier<T> work, HttpServletResponse response, Model model) {
        try {
            return Optional.of(work.get());
        } catch (FaultException e) {
            Refusal.show(e, response, model);
        } catch (QueryException e) {
            Refusal.show(e.fault().asFault(), response, model);
        }
        return Optional.empty();
    }
}
