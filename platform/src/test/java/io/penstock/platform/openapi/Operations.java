package io.penstock.platform.openapi;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One call after the other as an operation of the description. */
final class Operations {

    private static final String SECTION = "operations";

    private final Schemas schemas;
    private final Sources sources;
    private final Words words;
    private final Words calls;
    private final Answers answers;
    private final Samples samples;

    Operations(Schemas schemas, Sources sources, Words words, Words calls) {
        this.schemas = schemas;
        this.sources = sources;
        this.words = words;
        this.calls = calls;
        this.samples = Samples.of(calls);
        this.answers = new Answers(schemas, sources, words, calls);
    }

    void reach(Endpoint endpoint) {
        endpoint.body().ifPresent(body -> schemas.reads(endpoint.type(body)));
        endpoint.parameters(RequestParam.class).stream()
                .filter(parameter -> parameter.getParameterType().isEnum())
                .forEach(parameter -> schemas.reads(endpoint.type(parameter)));
        answers.reach(endpoint);
    }

    Map<String, Object> of(Endpoint endpoint, String tag, Access access) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("tags", List.of(tag));
        operation.put("summary", summary(endpoint));
        var more = sources.of(endpoint.method()).more();
        operation.put("description", (more + " " + access.sentence()).strip());
        operation.put("operationId", id(endpoint));
        if (access.open()) {
            operation.put("security", List.of());
        }
        var parameters = parameters(endpoint);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body(endpoint, operation);
        operation.put("responses", answers.of(endpoint, access));
        // For those who run the examples.
        calls.at(SECTION, endpoint.key(), "keep");
        calls.at(SECTION, endpoint.key(), "unsent");
        return operation;
    }

    private String summary(Endpoint endpoint) {
        var sentence = sources.of(endpoint.method()).sentence();
        if (sentence.isEmpty()) {
            throw new IllegalStateException(
                    endpoint.method() + " has no Javadoc; its first sentence is the summary.");
        }
        return sentence;
    }

    /** Unless it is said: the method's name and what its controller is about. */
    private String id(Endpoint endpoint) {
        var said = calls.text(SECTION, endpoint.key(), "id");
        var about = endpoint.method().getDeclaringClass().getSimpleName();
        return said.isEmpty()
                ? endpoint.method().getName() + about.replaceAll("Controller$", "")
                : said;
    }

    private List<Object> parameters(Endpoint endpoint) {
        var all = new ArrayList<>();
        for (var parameter : endpoint.parameters(PathVariable.class)) {
            all.add(parameter(endpoint, parameter, "path", true));
        }
        for (var parameter : endpoint.parameters(RequestParam.class)) {
            var request = parameter.getParameterAnnotation(RequestParam.class);
            var required =
                    request != null
                            && request.required()
                            && request.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            all.add(parameter(endpoint, parameter, "query", required));
        }
        return all;
    }

    private Map<String, Object> parameter(
            Endpoint endpoint, MethodParameter parameter, String in, boolean required) {
        var name = String.valueOf(parameter.getParameterName());
        var described = new LinkedHashMap<String, Object>();
        described.put("name", name);
        described.put("in", in);
        if (required) {
            described.put("required", true);
        }
        var schema = schema(endpoint, parameter, name);
        var text = sources.of(endpoint.method()).parameter(name);
        var more = schema.remove("description");
        if (!text.isEmpty() || more != null) {
            described.put("description", text.isEmpty() ? String.valueOf(more) : text);
        }
        described.put("schema", schema);
        var example = calls.at(SECTION, endpoint.key(), "example", in, name);
        if (example != null) {
            described.put("example", samples.shown(example));
        }
        return described;
    }

    private Map<String, Object> schema(Endpoint endpoint, MethodParameter parameter, String name) {
        var schema = JsonTypes.present(schemas.of(endpoint.type(parameter)));
        var request = parameter.getParameterAnnotation(RequestParam.class);
        var most = sources.most(endpoint.method(), name);
        if (most != null) {
            schema.put("minimum", 1);
            schema.put("maximum", most);
        }
        schema.putAll(words.map("parameters", name));
        schema.putAll(calls.map(SECTION, endpoint.key(), "parameters", name));
        if (request != null
                && !request.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !request.defaultValue().isEmpty()) {
            schema.put("default", value(request.defaultValue(), schema.get("type")));
        }
        return schema;
    }

    private static Object value(String written, @Nullable Object type) {
        return switch (String.valueOf(type).toLowerCase(Locale.ROOT)) {
            case "integer" -> Long.parseLong(written);
            case "boolean" -> Boolean.parseBoolean(written);
            default -> written;
        };
    }

    private void body(Endpoint endpoint, Map<String, Object> operation) {
        var said = calls.map(SECTION, endpoint.key(), "request");
        if (!said.isEmpty() && endpoint.takes(HttpServletRequest.class)) {
            operation.put("requestBody", said);
            return;
        }
        endpoint.body()
                .ifPresent(body -> {
                    var content = new LinkedHashMap<String, Object>();
                    content.put("schema", JsonTypes.present(schemas.of(endpoint.type(body))));
                    var example = calls.at(SECTION, endpoint.key(), "example", "body");
                    if (example != null) {
                        content.put("example", samples.shown(example));
                    }
                    var described = new LinkedHashMap<String, Object>();
                    var annotation = body.getParameterAnnotation(RequestBody.class);
                    described.put("required", annotation == null || annotation.required());
                    described.put("content", Map.of("application/json", content));
                    operation.put("requestBody", described);
                });
    }
}
