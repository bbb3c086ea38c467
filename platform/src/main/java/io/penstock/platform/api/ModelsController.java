package io.penstock.platform.api;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Argument;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapFunction;
import io.penstock.platform.map.DataModels;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;

/** What maps read and fill, and the functions their rows may name (S-028 to S-030). */
@RestController
class ModelsController {

    private final DataModels models;

    ModelsController(DataModels models) {
        this.models = models;
    }

    record ModelsJson(List<ModelJson> sources, ModelJson target) {}

    /**
     * @param over {@code each}, {@code list} or {@code paths}
     * @param gives null when the type stays what it was
     */
    record FunctionJson(
            String name,
            String over,
            String takes,
            @Nullable String gives,
            List<ArgumentJson> arguments,
            String does,
            String onBadInput,
            MapFunction.Example example) {

        static FunctionJson of(MapFunction function) {
            var signature = function.signature();
            var gives = signature.gives();
            return new FunctionJson(
                    function.name(),
                    lower(signature.over()),
                    lower(signature.takes()),
                    gives == null ? null : lower(gives),
                    signature.arguments().stream().map(ArgumentJson::of).toList(),
                    function.help().does(),
                    function.help().onBadInput(),
                    function.help().example());
        }
    }

    /**
     * @param least fewest characters of a text, smallest value of a whole number
     * @param otherwise what holds when it is left out; null when it must be given
     */
    record ArgumentJson(
            String name,
            String form,
            String does,
            int least,
            int most,
            @Nullable String otherwise) {

        static ArgumentJson of(Argument argument) {
            return new ArgumentJson(
                    argument.name(),
                    lower(argument.form()),
                    argument.does(),
                    argument.least(),
                    argument.most(),
                    argument.otherwise());
        }
    }

    /** The source models and the target model. */
    @GetMapping("/api/v1/models")
    ModelsJson all() {
        return new ModelsJson(
                models.sources().stream().map(ModelJson::of).toList(), ModelJson.target());
    }

    /** One model. */
    @GetMapping("/api/v1/models/{name}")
    ModelJson one(@PathVariable String name) {
        return name.equals(TargetAttribute.MODEL)
                ? ModelJson.target()
                : ModelJson.of(models.named(name));
    }

    /** The functions that a row of a map may name. */
    @GetMapping("/api/v1/map-functions")
    List<FunctionJson> functions() {
        return Functions.all().stream().map(FunctionJson::of).toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
