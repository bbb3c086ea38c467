package io.penstock.platform.console.inventory;

import io.penstock.platform.bulk.BulkTags;
import io.penstock.platform.console.frame.Attempt;
import io.penstock.platform.search.Searched;
import io.penstock.platform.security.Caller;
import io.penstock.platform.tag.Tags;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Putting a tag on many hosts, or taking it off: first how many, then it. */
@Controller
class AssetTagPage {

    private static final String PATH = Listing.ASSETS + "/tags";

    private final BulkTags bulk;
    private final Tags tags;

    AssetTagPage(BulkTags bulk, Tags tags) {
        this.bulk = bulk;
        this.tags = tags;
    }

    /**
     * Which tag on which hosts.
     *
     * @param query finds them
     * @param back query of the list it began on
     * @param tag null until one is chosen
     * @param remove take it off
     * @param expected how many hosts the person saw; negative before he saw any
     */
    public record Form(
            String query, String back, @Nullable UUID tag, Boolean remove, Long expected) {

        /** Parameters that are left out are empty. */
        public Form(
                @Nullable String query,
                @Nullable String back,
                @Nullable UUID tag,
                @Nullable Boolean remove,
                @Nullable Long expected) {
            this.query = query == null ? "" : query;
            this.back = back == null ? "" : back;
            this.tag = tag;
            this.remove = remove != null && remove;
            this.expected = expected == null ? -1L : expected;
        }
    }

    @GetMapping(PATH)
    String ask(
            Caller caller,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String query,
            HttpServletResponse response,
            Model model) {
        var chosen = Selection.query("asset.id", id, all, query);
        return page(caller, new Form(chosen, query, null, false, null), response, model);
    }

    @PostMapping(PATH)
    String change(
            Caller caller,
            @ModelAttribute("form") Form form,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        var tag = form.tag();
        if (tag == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", "No tag is chosen. Choose one of the list.");
            return page(caller, form, response, model);
        }
        var done = Attempt.of(() -> done(caller, form, tag), response, model);
        if (done.isEmpty()) {
            return page(caller, form, response, model);
        }
        Notices.put(session, Searched.ASSETS, done.get());
        return "redirect:" + list(form);
    }

    private String done(Caller caller, Form form, UUID tag) {
        var tenant = caller.tenantId();
        var name = tags.require(tenant, tag).label().name();
        if (form.remove()) {
            var tagged = bulk.remove(tenant, tag, form.query(), form.expected());
            return String.format(
                    Locale.ROOT,
                    "The tag '%s' is on none of the %,d hosts any more; %,d records had it.",
                    name,
                    tagged.assets(),
                    tagged.changed());
        }
        var tagged = bulk.add(tenant, tag, form.query(), form.expected(), caller.username());
        return String.format(
                Locale.ROOT,
                "All %,d hosts have the tag '%s'; on %,d it is new.",
                tagged.assets(),
                name,
                tagged.changed());
    }

    private String page(Caller caller, Form form, HttpServletResponse response, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tags", tags.all(caller.tenantId()));
        model.addAttribute("back", list(form));
        Attempt.of(() -> bulk.plan(caller.tenantId(), form.query()), response, model)
                .ifPresent(count -> model.addAttribute("count", count));
        return "assets-tags";
    }

    /** The list that it began on. */
    private static String list(Form form) {
        return Listing.plain(Searched.ASSETS, form.back()).paging().first();
    }
}
