package io.penstock.platform.console.administration;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.console.frame.KeyPaging;
import io.penstock.platform.console.frame.Refusal;
import io.penstock.platform.security.Caller;
import io.penstock.platform.tag.Tag;
import io.penstock.platform.tag.Tags;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Administration › Tags (etm 5.12). */
@Controller
@RequestMapping("/administration/tags")
class TagsPage {

    private static final String PATH = "/administration/tags";
    private static final int ROWS = 50;

    private final Tags tags;

    TagsPage(Tags tags) {
        this.tags = tags;
    }

    /**
     * The fields of a tag as they are typed.
     *
     * @param criticality 1 to 5; empty says nothing of it
     */
    record TagForm(@Nullable String name, @Nullable String criticality, @Nullable Boolean exposed) {

        Tag.Label label() {
            var rank = criticality == null ? "" : criticality.strip();
            return new Tag.Label(
                    name == null ? "" : name.strip(),
                    rank.isEmpty() ? null : number(rank),
                    exposed != null && exposed);
        }

        /** What is no digit is refused like a number out of bounds. */
        private static int number(String rank) {
            return rank.matches("[0-9]") ? Integer.parseInt(rank) : -1;
        }
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") List<String> trail,
            Model model) {
        var found = tags.page(caller.tenantId(), after, ROWS + 1);
        var paging = new KeyPaging(PATH, Map.of(), after, trail);
        model.addAttribute("tags", paging.show(found, ROWS, tag -> tag.label().name(), model));
        return "administration/tags";
    }

    @PostMapping
    String create(Caller caller, TagForm form, HttpServletResponse response, Model model) {
        try {
            tags.create(caller.tenantId(), form.label(), caller.username());
            return "redirect:" + PATH;
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("form", form);
            return list(caller, "", List.of(), model);
        }
    }

    @GetMapping("/{uuid}")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var tag = tags.require(caller.tenantId(), uuid);
        var label = tag.label();
        var rank = label.criticality();
        model.addAttribute("tag", tag);
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    new TagForm(
                            label.name(), rank == null ? "" : rank + "", label.internetFacing()));
        }
        return "administration/tag";
    }

    @PostMapping("/{uuid}")
    String change(
            Caller caller,
            @PathVariable UUID uuid,
            TagForm form,
            HttpServletResponse response,
            Model model) {
        try {
            tags.change(caller.tenantId(), uuid, form.label(), caller.username());
            return "redirect:" + PATH;
        } catch (FaultException e) {
            Refusal.show(e, response, model);
            model.addAttribute("form", form);
            return show(caller, uuid, model);
        }
    }

    @PostMapping("/{uuid}/delete")
    String delete(Caller caller, @PathVariable UUID uuid) {
        tags.delete(caller.tenantId(), uuid);
        return "redirect:" + PATH;
    }
}
