package io.penstock.platform.console.identification;

import io.penstock.platform.identity.AssetNames;
import io.penstock.platform.identity.DoubtLists;
import io.penstock.platform.identity.DoubtLists.Suspicious;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Identification › Ambiguous and Suspicious values: what a person should look at (etm 5.7). */
@Controller
class DoubtPages {

    private static final int ROWS = 50;

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
        var rows = doubts.ambiguous(caller.tenantId(), after, ROWS);
        model.addAttribute("rows", rows);
        model.addAttribute("first", after.isEmpty());
        model.addAttribute("next", rows.size() < ROWS ? "" : rows.getLast().cursor());
        model.addAttribute("labels", rules.labels(caller.tenantId()));
        model.addAttribute("tab", "ambiguous");
        return "identification-ambiguous";
    }

    @GetMapping("/identification/suspicious")
    String suspicious(
            Caller caller,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String value,
            Model model) {
        var rows = doubts.suspicious(caller.tenantId(), rule, value, ROWS);
        var holders = rows.stream().map(Suspicious::records).flatMap(List::stream).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.of(caller.tenantId(), holders));
        model.addAttribute("first", rule.isEmpty() && value.isEmpty());
        model.addAttribute("more", rows.size() == ROWS);
        model.addAttribute("labels", rules.labels(caller.tenantId()));
        model.addAttribute("tab", "suspicious");
        return "identification-suspicious";
    }
}
