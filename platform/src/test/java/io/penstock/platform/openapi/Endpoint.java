package io.penstock.platform.openapi;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of the API and the method that answers it.
 *
 * @param media what the mapping says it gives, or empty
 */
record Endpoint(String verb, String path, String media, HandlerMethod handler) {

    static final String PREFIX = "/api/v1/";

    /** In the order of paths, then of methods as they are usually read. */
    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        var verbs = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing(Endpoint::path)
                                .thenComparingInt(endpoint -> verbs.indexOf(endpoint.verb())))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        var media =
                info.getProducesCondition().getProducibleMediaTypes().stream()
                        .map(Object::toString)
                        .findFirst()
                        .orElse("");
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith(PREFIX))
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(verb -> new Endpoint(verb.name(), path, media, handler)));
    }

    /** Such as {@code GET /api/v1/assets}; the key of words about it. */
    String key() {
        return verb + " " + path;
    }

    Method method() {
        return handler.getMethod();
    }

    /** Its parameters with this annotation. */
    List<MethodParameter> parameters(Class<? extends Annotation> kind) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(kind))
                .map(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    return parameter;
                })
                .toList();
    }

    boolean takes(Class<?> type) {
        return Arrays.asList(method().getParameterTypes()).contains(type);
    }

    AnnotatedType type(MethodParameter parameter) {
        return method().getAnnotatedParameterTypes()[parameter.getParameterIndex()];
    }

    Optional<MethodParameter> body() {
        return parameters(RequestBody.class).stream().findFirst();
    }

    /** What the method gives, without the {@code ResponseEntity} around it. */
    AnnotatedType gives() {
        var given = method().getAnnotatedReturnType();
        return given instanceof AnnotatedParameterizedType generic
                        && JsonTypes.raw(given).getSimpleName().equals("ResponseEntity")
                ? generic.getAnnotatedActualTypeArguments()[0]
                : given;
    }
}
