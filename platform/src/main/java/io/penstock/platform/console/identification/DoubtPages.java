package io.penstock.platform.console.identification;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.identity.AssetNames;
import io.penstock.platform.identity.DoubtLists;
import io.penstock.platform.identity.DoubtLists.Suspicious;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.UUID;

/** Identification › Ambiguous and Suspicious values: what a person should look at (etm 5.7). */
@Controller
class DoubtPages {

    private static final int ROWS = 50;
    private static final UUID LEAST = new UUID(0, 0);

    private final DoubtLists doubts;
    private final IdentificationRules rules;
    private final AssetNames names;

    DoubtPages(DoubtLists doubts, IdentificationRules rules, AssetNames names) {
        this.doubts = doubts;
        this.rules = rules;
        this.names = names;
    }

    @GetMapping("/identification/ambiguous")
    String ambiguous(Caller caller, @RequestParam(defaultValue = "") String after, Model model) {
        var place = place(after);
        var rows = doubts.ambiguous(caller.tenantId(), place.getFirst(), place.getLast(), ROWS);
        model.addAttribute("rows", rows);
        model.addAttribute("first", after.isEmpty());
        model.addAttribute("next", rows.size() < ROWS ? "" : rows.getLast().cursor());
        model.addAttribute("labels", RuleLabels.of(rules.all(caller.tenantId())));
        model.addAttribute("tab", "ambiguous");
        return "identification-ambiguous";
    }

    @GetMapping("/identification/suspicious")
    String suspicious(
            Caller caller,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String value,
            Model model) {
        var rows = doubts.suspicious(caller.tenantId(), plain(rule), plain(value), ROWS);
        var holders = rows.stream().map(Suspicious::records).flatMap(List::stream).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.of(caller.tenantId(), holders));
        model.addAttribute("first", rule.isEmpty() && value.isEmpty());
        model.addAttribute("more", rows.size() == ROWS);
        model.addAttribute("labels", RuleLabels.of(rules.all(caller.tenantId())));
        model.addAttribute("tab", "suspicious");
        return "identification-suspicious";
    }

    private static String plain(String cursor) {
        if (cursor.indexOf('\0') >= 0) {
            throw noPlace(null);
        }
        return cursor;
    }

    private static List<UUID> place(String after) {
        if (after.isEmpty()) {
            return List.of(LEAST, LEAST);
        }
        var colon = Math.max(after.indexOf(':'), 0);
        try {
            return List.of(
                    UUID.fromString(after.substring(0, colon)),
                    UUID.fromString(after.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw noPlace(e);
        }
    }

    private static FaultException noPlace(@Nullable Exception cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.MALFORMED,
                        "CURSOR_UNREADABLE",
                        "The address of this page is not one that the list gave.",
                        "Begin with the first page."),
                cause);
    }
}
