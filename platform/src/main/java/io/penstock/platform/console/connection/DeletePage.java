package io.penstock.platform.console.connection;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.DeletionFigures;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/** Deleting a connection: what goes, what stays, and the name as a confirmation (part C 25, 26). */
@Controller
@RequestMapping("/connections/{uuid}/delete")
class DeletePage {

    private final Connections connections;
    private final DeletionFigures figures;

    DeletePage(Connections connections, DeletionFigures figures) {
        this.connections = connections;
        this.figures = figures;
    }

    @GetMapping
    String confirm(Caller caller, @PathVariable UUID uuid, Model model) {
        return page(connection(caller, uuid), "", model);
    }

    /** Counting takes a while when there are millions of records. */
    @GetMapping("/figures")
    String figures(Caller caller, @PathVariable UUID uuid, Model model) {
        model.addAttribute("figures", figures.of(connection(caller, uuid)));
        return "connection/delete :: figures";
    }

    @PostMapping
    String delete(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var connection = connection(caller, uuid);
        if (!name.strip().equals(connection.name().strip())) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "That is not the connection's name. Type it as it is shown, or copy it.",
                    response,
                    page(connection, name, model),
                    model);
        }
        try {
            connections.delete(connection);
        } catch (FaultException e) {
            return refused(
                    FaultStatus.of(e.fault().kind()),
                    e.fault().sentence(),
                    response,
                    page(connection, name, model),
                    model);
        }
        redirect.addFlashAttribute("said", "Deleted, with all that came through it.");
        return "redirect:/connections";
    }

    private static String refused(
            HttpStatus status,
            String problem,
            HttpServletResponse response,
            String page,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        return page;
    }

    private String page(Connection connection, String typed, Model model) {
        model.addAttribute("c", connection);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "active", connections.profiles(connection).stream().anyMatch(Profile::active));
        return "connection/delete";
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }
}
