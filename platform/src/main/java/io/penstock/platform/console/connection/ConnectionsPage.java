package io.penstock.platform.console.connection;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.engine.EngineImageFile;
import io.penstock.platform.run.ConnectionState;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list of connections (S-071), with the Quick Actions of each (S-119). */
@Controller
class ConnectionsPage {

    private static final int SHOWN = 25;
    private static final int TEXT_MAX = 200;
    private static final String PATH = "/connections";

    /** More connections than a person sees at one glance. */
    private static final int MANY = 6;

    private final Connections connections;
    private final ConnectionViews views;
    private final EngineImageFile image;

    ConnectionsPage(Connections connections, ConnectionViews views, EngineImageFile image) {
        this.connections = connections;
        this.views = views;
        this.image = image;
    }

    /** What the person wants to see. */
    private record Wanted(String text, String state, int from) {}

    @GetMapping(PATH)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        fill(caller, wanted(text, state, after), trail, model);
        return "connections";
    }

    /** The part that refreshes itself. */
    @GetMapping(PATH + "/live")
    String live(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        fill(caller, wanted(text, state, after), trail, model);
        return "connections :: live";
    }

    private static Wanted wanted(String text, String state, int after) {
        var known = Arrays.stream(ConnectionState.values()).map(Enum::name).toList();
        if (text.length() > TEXT_MAX || after < 0 || !(state.isEmpty() || known.contains(state))) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "LIST_FILTER",
                    "The list of connections has no such filter.",
                    "Filter by a name of at most " + TEXT_MAX + " characters and a state's word.");
        }
        return new Wanted(text, state, after);
    }

    private void fill(Caller caller, Wanted wanted, List<String> trail, Model model) {
        var all = connections.all(caller.tenantId());
        var named = all.stream().filter(one -> speaksOf(one, wanted.text())).toList();
        var shown = wanted.state().isEmpty() ? page(named, wanted) : inState(named, wanted);
        var rows = shown.stream().limit(SHOWN).toList();
        var moving = rows.stream().anyMatch(ConnectionView::moving);
        model.addAttribute("connections", rows);
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("states", ConnectionState.values());
        model.addAttribute("imageThere", image.isThere());
        model.addAttribute("refresh", moving ? "every 2s" : "every 15s");
        var paging = addresses(wanted, trail, shown.size() > SHOWN, model);
        model.addAttribute("many", all.size() > MANY || paging.filtered());
    }

    private static KeyPaging addresses(
            Wanted wanted, List<String> trail, boolean more, Model model) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("text", wanted.text());
        filters.put("state", wanted.state());
        var after = wanted.from() == 0 ? "" : Integer.toString(wanted.from());
        var paging = new KeyPaging(PATH, filters, after, trail);
        var key = Integer.toString(wanted.from() + SHOWN);
        paging.show(more ? Optional.of(key) : Optional.empty(), model);
        model.addAttribute("live", new KeyPaging(PATH + "/live", filters, after, trail));
        model.addAttribute("more", more);
        return paging;
    }

    /** One more than a page has, to know whether another follows. */
    private List<ConnectionView> page(List<Connection> named, Wanted wanted) {
        return named.stream().skip(wanted.from()).limit(SHOWN + 1L).map(views::of).toList();
    }

    private List<ConnectionView> inState(List<Connection> named, Wanted wanted) {
        return named.stream()
                .map(views::status)
                .filter(status -> status.state().name().equals(wanted.state()))
                .skip(wanted.from())
                .limit(SHOWN + 1L)
                .map(views::view)
                .toList();
    }

    private static boolean speaksOf(Connection connection, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return (connection.name() + "\n" + connection.description() + "\n")
                .concat(connection.sourceLabel())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
