package io.penstock.simulator;

import io.penstock.simulator.option.Setting;

import tools.jackson.databind.json.JsonMapper;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The control resources: those of the simulation, then those every simulation has. Answers hold
 * switches, counts and ids, never a secret.
 */
final class ControlDesk {

    static final String ROOT = "/_penstock/";

    private static final String OPTION = "options/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedApi api;
    private final CallLog calls;

    ControlDesk(SimulatedApi api, CallLog calls) {
        this.api = api;
        this.calls = calls;
    }

    /**
     * Answers one request.
     *
     * @throws IllegalArgumentException with a sentence for what is not allowed
     */
    ControlAnswer answer(InetAddress caller, ControlRequest request) {
        if (!caller.isLoopbackAddress()) {
            return ControlAnswer.text(
                    403, "Control resources answer callers on this machine only.\n");
        }
        Optional<ControlAnswer> own = api.control(request);
        return own.isPresent() ? own.get() : shared(request);
    }

    private ControlAnswer shared(ControlRequest request) {
        String resource = request.resource();
        if (resource.startsWith(OPTION)) {
            return option(request, resource.substring(OPTION.length()));
        }
        return switch (request.method() + " " + resource) {
            case "GET options" -> ControlAnswer.json(json(options()));
            case "GET oracle" -> ControlAnswer.text(200, api.oracle());
            case "GET calls" -> ControlAnswer.json(json(calls.summary()));
            case "DELETE calls" -> {
                calls.clear();
                yield ControlAnswer.json(json(calls.summary()));
            }
            default -> unknown(request);
        };
    }

    private ControlAnswer option(ControlRequest request, String name) {
        if (!api.switchboard().has(name)) {
            return ControlAnswer.text(404, "There is no option \"" + name + "\".\n");
        }
        switch (request.method()) {
            case "GET" -> {}
            case "PUT" -> api.switchboard().set(name, request.text());
            case "DELETE" -> api.switchboard().reset(name);
            default -> {
                return unknown(request);
            }
        }
        return api.switchboard().all().stream()
                .filter(setting -> setting.kind().name().equals(name))
                .findFirst()
                .map(setting -> ControlAnswer.json(json(described(setting))))
                .orElseGet(() -> unknown(request));
    }

    private List<Map<String, Object>> options() {
        List<Map<String, Object>> all = new ArrayList<>();
        api.switchboard().all().forEach(setting -> all.add(described(setting)));
        return all;
    }

    private static Map<String, Object> described(Setting<?> setting) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", setting.kind().name());
        described.put("value", setting.text());
        described.put("default", setting.kind().usual());
        described.put("live", setting.kind().live());
        described.put("help", setting.kind().help());
        described.put("struck", setting.strikes());
        return described;
    }

    private static String json(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    private static ControlAnswer unknown(ControlRequest request) {
        return ControlAnswer.text(
                404,
                "There is no control resource "
                        + request.method()
                        + " "
                        + ROOT
                        + request.resource()
                        + "; there are GET options, GET, PUT and DELETE options/NAME, GET oracle,"
                        + " GET and DELETE calls, and those of the vendor's own page.\n");
    }
}
