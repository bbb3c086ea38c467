package io.penstock.platform.api;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Set;
import java.util.TreeSet;

/** The calls that the controllers really answer, in the form of {@link OpenApiFile#calls}. */
final class MappedCalls {

    private MappedCalls() {}

    static Set<String> under(String prefix, RequestMappingHandlerMapping mapping) {
        var calls = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    for (var path : info.getPatternValues()) {
                        if (path.startsWith(prefix)) {
                            calls.addAll(calls(path, info, handler));
                        }
                    }
                });
        return calls;
    }

    private static Set<String> calls(String path, RequestMappingInfo info, HandlerMethod handler) {
        var parts = new TreeSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            addPart(parameter, parts);
        }
        var calls = new TreeSet<String>();
        for (var method : info.getMethodsCondition().getMethods()) {
            calls.add(method + " " + path + " " + String.join(" ", parts));
        }
        return calls;
    }

    private static void addPart(MethodParameter parameter, Set<String> parts) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            parts.add("path:" + parameter.getParameterName());
        }
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            parts.add("query:" + parameter.getParameterName());
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            parts.add("body");
        }
    }
}
