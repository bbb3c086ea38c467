package io.penstock.platform.openapi;

import io.penstock.wire.Problem;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import java.lang.reflect.AnnotatedWildcardType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a call answers when all is well, and how it refuses. */
final class Answers {

    private static final Map<String, String> DEFAULTS =
            Map.of("200", "As asked", "201", "Made", "202", "Asked", "204", "Done");

    private final Schemas schemas;
    private final Sources sources;
    private final Words words;
    private final Words calls;

    Answers(Schemas schemas, Sources sources, Words words, Words calls) {
        this.schemas = schemas;
        this.sources = sources;
        this.words = words;
        this.calls = calls;
    }

    /** Tells the schemas what there is. */
    void reach(Endpoint endpoint) {
        said(endpoint, "answer").ifPresentOrElse(schemas::writes, () -> reachGiven(endpoint));
        said(endpoint, "refused").ifPresent(schemas::writes);
    }

    private void reachGiven(Endpoint endpoint) {
        if (!isVoid(endpoint) && !raw(endpoint)) {
            schemas.writes(endpoint.gives());
        }
    }

    Map<String, Object> of(Endpoint endpoint, Access access) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put(status(endpoint), answer(endpoint));
        var codes = new TreeSet<String>(access.refusals());
        calls.list("operations", endpoint.key(), "refusals")
                .forEach(code -> codes.add(code.toString()));
        if (readsInput(endpoint)) {
            codes.add("400");
        }
        if (!endpoint.parameters(PathVariable.class).isEmpty()) {
            codes.add("404");
        }
        codes.forEach(code -> answers.put(code, refusal(endpoint, code)));
        return answers;
    }

    private static boolean readsInput(Endpoint endpoint) {
        return !endpoint.parameters(RequestParam.class).isEmpty()
                || !endpoint.parameters(RequestBody.class).isEmpty()
                || endpoint.parameters(PathVariable.class).stream()
                        .anyMatch(parameter -> parameter.getParameterType() != String.class);
    }

    String status(Endpoint endpoint) {
        var said = calls.text("operations", endpoint.key(), "status");
        var declared =
                AnnotatedElementUtils.findMergedAnnotation(endpoint.method(), ResponseStatus.class);
        var status = declared == null ? HttpStatus.OK : declared.code();
        return said.isEmpty() ? Integer.toString(status.value()) : said;
    }

    private Map<String, Object> answer(Endpoint endpoint) {
        var answer = new LinkedHashMap<String, Object>();
        var said = sources.of(endpoint.method()).answer();
        answer.put(
                "description",
                said.isEmpty()
                        ? DEFAULTS.getOrDefault(status(endpoint), "As asked")
                        : Comment.capital(said));
        var content = calls.map("operations", endpoint.key(), "content");
        if (!content.isEmpty()) {
            answer.put("content", content);
        } else if (!isVoid(endpoint) || raw(endpoint)) {
            answer.put("content", Map.of(media(endpoint), Map.of("schema", schema(endpoint))));
        }
        return answer;
    }

    private static String media(Endpoint endpoint) {
        if (!endpoint.media().isEmpty()) {
            return endpoint.media();
        }
        return raw(endpoint) ? "application/octet-stream" : "application/json";
    }

    private Map<String, Object> schema(Endpoint endpoint) {
        var said = said(endpoint, "answer");
        if (said.isPresent()) {
            return schemas.reference(said.get());
        }
        return raw(endpoint) ? Map.of("type", "string") : schemas.of(endpoint.gives());
    }

    private static boolean isVoid(Endpoint endpoint) {
        return endpoint.method().getReturnType() == void.class;
    }

    /** Written as it is, not as JSON. */
    private static boolean raw(Endpoint endpoint) {
        var given = endpoint.gives();
        if (given instanceof AnnotatedWildcardType) {
            return false;
        }
        var type = JsonTypes.raw(given);
        return (isVoid(endpoint) && endpoint.takes(HttpServletResponse.class))
                || type == byte[].class
                || InputStreamSource.class.isAssignableFrom(type)
                || type.getSimpleName().equals("StreamingResponseBody")
                || endpoint.media().startsWith("text/");
    }

    private Map<String, Object> refusal(Endpoint endpoint, String code) {
        var own = code.equals("400") ? own400(endpoint) : List.<Map<String, Object>>of();
        if (own.isEmpty()) {
            var name = words.text("refusals", code, "name");
            if (name.isEmpty()) {
                throw new IllegalStateException(
                        endpoint.key() + " refuses with " + code + ", which words.yaml lacks.");
            }
            return Map.of("$ref", "#/components/responses/" + name);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("description", words.text("refusals", code, "description"));
        answer.put("content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", Map.of("anyOf", own))));
        return answer;
    }

    private List<Map<String, Object>> own400(Endpoint endpoint) {
        var query =
                endpoint.parameters(RequestParam.class).stream()
                        .anyMatch(parameter -> "query".equals(parameter.getParameterName()));
        var problem = schemas.reference(Problem.class);
        if (query) {
            return List.of(schemas.reference(type(words.text("queryProblem"))), problem);
        }
        return said(endpoint, "refused")
                .map(type -> List.of(schemas.reference(type), problem))
                .orElse(List.of());
    }

    private Optional<Class<?>> said(Endpoint endpoint, String what) {
        var name = calls.text("operations", endpoint.key(), what);
        return name.isEmpty() ? Optional.empty() : Optional.of(type(name));
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is no class; mend it in the words.", e);
        }
    }
}
