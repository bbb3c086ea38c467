package io.penstock.platform.console.asset;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.security.Caller;
import io.penstock.platform.tag.Tag;
import io.penstock.platform.tag.Tags;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** Tags of one host: put on, taken off, made. */
@Controller
class AssetTags {

    private final AssetPage page;
    private final Tags tags;

    AssetTags(AssetPage page, Tags tags) {
        this.page = page;
        this.tags = tags;
    }

    @PostMapping(AssetPage.PATH + "/tags")
    String add(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam UUID tag,
            HttpServletResponse response,
            Model model) {
        return done(
                new Change(caller, uuid, "", response),
                model,
                () -> tags.add(caller.tenantId(), tag, List.of(uuid), "", caller.username()));
    }

    @PostMapping(AssetPage.PATH + "/tags/{tag}/remove")
    String remove(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID tag,
            HttpServletResponse response,
            Model model) {
        return done(
                new Change(caller, uuid, "", response),
                model,
                () -> tags.remove(caller.tenantId(), tag, List.of(uuid)));
    }

    /** Makes a tag and puts it on. */
    @PostMapping(AssetPage.PATH + "/tags/new")
    String create(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Integer criticality,
            @RequestParam(defaultValue = "false") boolean internetFacing,
            HttpServletResponse response,
            Model model) {
        page.require(caller, uuid);
        var label = new Tag.Label(name.strip(), criticality, internetFacing);
        return done(
                new Change(caller, uuid, name, response),
                model,
                () -> {
                    var made = tags.create(caller.tenantId(), label, caller.username());
                    tags.add(caller.tenantId(), made.uuid(), List.of(uuid), "", caller.username());
                });
    }

    /**
     * What is being changed.
     *
     * @param typed the new tag's name, which stays when it is refused
     */
    private record Change(Caller caller, UUID asset, String typed, HttpServletResponse response) {}

    private String done(Change change, Model model, Runnable work) {
        try {
            work.run();
            return "redirect:/inventory/assets/host/" + change.asset() + "#tags";
        } catch (FaultException e) {
            var asset = page.require(change.caller(), change.asset());
            change.response().setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("moved", -1);
            model.addAttribute("tagProblem", e.fault().sentence());
            model.addAttribute("typedTag", change.typed());
            page.fill(change.caller(), asset, model);
            return "asset";
        }
    }
}
