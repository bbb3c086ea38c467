package io.penstock.platform.api;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.schema.TargetAttribute.Part;
import io.penstock.core.transform.MapFunction;
import io.penstock.platform.map.AttributeView;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.SourceModelView;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;

/** What maps read and fill, and the functions their rows may name (S-028 to S-030). */
@RestController
class ModelsController {

    private final DataModels models;

    ModelsController(DataModels models) {
        this.models = models;
    }

    record ModelsJson(List<SourceModelView> sources, TargetModelJson target) {}

    record TargetModelJson(String name, List<AttributeView> asset, List<AttributeView> finding) {}

    record FunctionJson(String name, boolean takesAllPaths) {}

    @GetMapping("/api/v1/models")
    ModelsJson all() {
        return new ModelsJson(
                models.sources(),
                new TargetModelJson(
                        TargetAttribute.MODEL,
                        models.target(Part.ASSET),
                        models.target(Part.FINDING)));
    }

    @GetMapping("/api/v1/models/{name}")
    SourceModelView one(@PathVariable String name) {
        return models.named(name);
    }

    @GetMapping("/api/v1/map-functions")
    List<FunctionJson> functions() {
        return Arrays.stream(MapFunction.values())
                .map(function -> new FunctionJson(function.label(), function.takesAllPaths()))
                .toList();
    }
}
