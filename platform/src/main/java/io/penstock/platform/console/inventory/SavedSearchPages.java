package io.penstock.platform.console.inventory;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.console.frame.QueryView;
import io.penstock.platform.saved.Keeper;
import io.penstock.platform.saved.SavedSearch;
import io.penstock.platform.saved.SavedSearches;
import io.penstock.platform.search.Searched;
import io.penstock.platform.security.Caller;
import io.penstock.query.QueryException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Searches that a person keeps: the list of them, and the form. */
@Controller
class SavedSearchPages {

    private static final String BASE = "/searches";

    private final SavedSearches searches;

    SavedSearchPages(SavedSearches searches) {
        this.searches = searches;
    }

    /**
     * What the form holds.
     *
     * @param uuid of the search that is changed; empty for a new one
     */
    public record Form(String uuid, Searched over, String name, String query, boolean shared) {

        static Form of(SavedSearch search) {
            return new Form(
                    search.uuid().toString(),
                    search.over(),
                    search.text().name(),
                    search.text().query(),
                    search.text().shared());
        }

        SavedSearch.Text text() {
            return new SavedSearch.Text(name.strip(), query.strip(), shared);
        }

        public String action() {
            return uuid.isEmpty() ? BASE : BASE + "/" + uuid;
        }
    }

    /** A saved search and the list it leads to. */
    public record Link(SavedSearch search, String address) {}

    /** The searches over one kind of record. */
    public record Kind(String title, String path, List<Link> links) {}

    @GetMapping(BASE)
    String all(Caller caller, Model model) {
        model.addAttribute(
                "kinds",
                List.of(
                        kind(caller, Searched.FINDINGS, "Findings", Listing.FINDINGS),
                        kind(caller, Searched.ASSETS, "Hosts", Listing.ASSETS)));
        return "searches";
    }

    private Kind kind(Caller caller, Searched over, String title, String path) {
        var links =
                searches.seen(Keeper.of(caller), over).stream()
                        .map(one -> new Link(one, address(over, one.text().query())))
                        .toList();
        return new Kind(title, path, links);
    }

    @GetMapping(BASE + "/new")
    String blank(
            @RequestParam(defaultValue = "FINDINGS") Searched over,
            @RequestParam(defaultValue = "") String query,
            Model model) {
        return form(new Form("", over, "", query, false), model);
    }

    @GetMapping(BASE + "/{uuid}/edit")
    String edit(Caller caller, @PathVariable UUID uuid, Model model) {
        return form(Form.of(searches.require(Keeper.of(caller), uuid)), model);
    }

    @PostMapping(BASE)
    String create(
            Caller caller,
            @RequestParam(defaultValue = "FINDINGS") Searched over,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletResponse response,
            Model model) {
        var form = new Form("", over, name, query, shared);
        return saved(form, text -> searches.create(Keeper.of(caller), over, text), response, model);
    }

    @PostMapping(BASE + "/{uuid}")
    String change(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletResponse response,
            Model model) {
        var over = searches.require(Keeper.of(caller), uuid).over();
        var form = new Form(uuid.toString(), over, name, query, shared);
        return saved(form, text -> searches.change(Keeper.of(caller), uuid, text), response, model);
    }

    @PostMapping(BASE + "/{uuid}/delete")
    String delete(Caller caller, @PathVariable UUID uuid) {
        searches.delete(Keeper.of(caller), uuid);
        return "redirect:" + BASE;
    }

    /** The list of the search, or the form again with what is wrong. */
    private static String saved(
            Form form,
            Function<SavedSearch.Text, SavedSearch> write,
            HttpServletResponse response,
            Model model) {
        try {
            var search = write.apply(form.text());
            return "redirect:" + address(search.over(), search.text().query());
        } catch (QueryException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fault", QueryView.of(form.query().strip(), e.fault()));
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("problem", e.fault().sentence());
        }
        return form(form, model);
    }

    private static String form(Form form, Model model) {
        model.addAllAttributes(
                Map.of("form", form, "nameMax", SavedSearches.NAME_MAX, "back", back(form)));
        return "search-form";
    }

    private static String back(Form form) {
        return form.uuid().isEmpty() ? address(form.over(), form.query()) : BASE;
    }

    private static String address(Searched over, String query) {
        return Listing.plain(over, query).paging().first();
    }
}
