package io.penstock.platform.openapi;

import io.penstock.wire.Problem;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole description of a running platform's API.
 *
 * @param root the document
 * @param unread words that are about nothing
 */
record Description(Map<String, Object> root, List<String> unread) {

    static Description of(ApplicationContext platform) {
        var words = Words.named("words.yaml");
        var calls = Words.named("calls.yaml");
        var sources = new Sources();
        var schemas = new Schemas(platform.getBean(JsonMapper.class), sources, words);
        var operations = new Operations(schemas, sources, words, calls);
        var endpoints = Endpoint.of(mapping(platform));
        endpoints.forEach(operations::reach);
        schemas.writes(Problem.class);
        schemas.writes(Answers.type(words.text("queryProblem")));
        schemas.name();

        var root = new LinkedHashMap<String, Object>();
        root.put("openapi", "3.1.0");
        root.put("info", words.map("info"));
        root.put("security", List.of(Map.of("token", List.of())));
        var tags = new Tagging(endpoints, sources, words);
        root.put("tags", tags.all());
        root.put("paths", paths(endpoints, operations, tags, platform));
        root.put("components", components(schemas, words));
        return new Description(
                root, Stream.concat(words.unread().stream(), calls.unread().stream()).toList());
    }

    private static Map<String, Map<String, Object>> paths(
            List<Endpoint> endpoints,
            Operations operations,
            Tagging tags,
            ApplicationContext platform) {
        var rules = platform.getBean(WebInvocationPrivilegeEvaluator.class);
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var endpoint : endpoints) {
            var operation = operations.of(endpoint, tags.of(endpoint), Access.to(endpoint, rules));
            paths.computeIfAbsent(endpoint.path(), _ -> new LinkedHashMap<>())
                    .put(endpoint.verb().toLowerCase(Locale.ROOT), operation);
        }
        return paths;
    }

    private static RequestMappingHandlerMapping mapping(ApplicationContext platform) {
        return platform.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    private static Map<String, Object> components(Schemas schemas, Words words) {
        var problem =
                Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.reference(Problem.class)));
        var responses = new LinkedHashMap<String, Object>();
        for (var code : words.keys("refusals")) {
            var response = new LinkedHashMap<String, Object>();
            response.put("description", words.text("refusals", code, "description"));
            var headers = words.map("refusals", code, "headers");
            if (!headers.isEmpty()) {
                response.put("headers", headers);
            }
            response.put("content", problem);
            responses.put(words.text("refusals", code, "name"), response);
        }
        var components = new LinkedHashMap<String, Object>();
        components.put("securitySchemes", words.map("securitySchemes"));
        components.put("responses", responses);
        components.put("schemas", schemas.components());
        return components;
    }
}
