package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;

/** The data models (S-028 to S-030): read-only, because they come with the connectors. */
@Controller
class ModelPages {

    private static final int FILTER_MAX = 200;

    private final DataModels models;
    private final Catalogue catalogue;
    private final SuppliedMaps supplied;

    ModelPages(DataModels models, Catalogue catalogue, SuppliedMaps supplied) {
        this.models = models;
        this.catalogue = catalogue;
        this.supplied = supplied;
    }

    /** A line of the list of models. */
    record Listed(String connector, ModelView model) {}

    @GetMapping("/models")
    String list(Model page) {
        var listed = new ArrayList<Listed>();
        for (var connector : catalogue.connectors()) {
            var model = ModelView.of(models.source(connector.key()), List.of());
            listed.add(new Listed(connector.label(), model));
        }
        page.addAttribute("sources", listed);
        page.addAttribute("target", ModelView.target(List.of()));
        return "models";
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    @GetMapping("/models/{name}")
    String one(
            Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String filter,
            Model page) {
        var text = filter.length() > FILTER_MAX ? filter.substring(0, FILTER_MAX) : filter;
        var model = view(caller, name);
        page.addAttribute("model", text.isBlank() ? model : model.only(text));
        page.addAttribute("all", model.count());
        page.addAttribute("filter", text);
        return "model";
    }

    private ModelView view(Caller caller, String name) {
        if (name.equals(TargetAttribute.MODEL)) {
            return ModelView.target(supplied.of(caller.tenantId(), null));
        }
        var model = models.named(name);
        var maps =
                catalogue.connectors().stream()
                        .filter(one -> models.source(one.key()).name().equals(model.name()))
                        .flatMap(one -> supplied.of(caller.tenantId(), one.key()).stream())
                        .toList();
        return ModelView.of(model, maps);
    }
}
