package io.penstock.platform.console.wizard;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.map.DataModels;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Data Model (S-028 to S-030, S-037, S-038): the connector decides which models are valid, so the
 * draft has nothing to keep of this step.
 */
@Controller
class DataModelStep {

    private static final Step STEP = Step.DATA_MODEL;
    private static final String PATH = "/connections/new/{draft}/data-model";

    private final DataModels models;
    private final Originals originals;
    private final StepDesk desk;

    DataModelStep(DataModels models, Originals originals, StepDesk desk) {
        this.models = models;
        this.originals = originals;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID draft, HttpSession session, Model model) {
        return page(Drafts.of(session).require(draft), model);
    }

    @PostMapping(PATH)
    String save(
            @PathVariable UUID draft,
            @RequestParam Map<String, String> fields,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        var present = Drafts.of(session).require(draft);
        var way = StepDesk.way(fields);
        var source = models.source(present.basics().connector()).name();
        if (chosen(fields, "source", source) && chosen(fields, "target", TargetAttribute.MODEL)) {
            return desk.onward(present, STEP, way);
        }
        StepDesk.refuse(
                List.of("A data model is not valid for this connector. Choose one of the list."),
                response,
                model);
        return page(present, model);
    }

    private static boolean chosen(Map<String, String> fields, String field, String valid) {
        return fields.getOrDefault(field, valid).equals(valid);
    }

    private String page(Draft draft, Model model) {
        var connector = originals.connector(draft.basics().connector());
        var source = models.source(connector.key());
        desk.show(draft, STEP, model);
        model.addAttribute("source", source);
        model.addAttribute("sourceParts", ModelPart.of(source, connector));
        model.addAttribute("target", TargetAttribute.MODEL);
        model.addAttribute("targetParts", ModelPart.target());
        return "wizard/data-model";
    }
}
