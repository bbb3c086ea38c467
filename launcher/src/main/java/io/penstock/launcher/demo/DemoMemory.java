package io.penstock.launcher.demo;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.SimulatedTenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the demo remembers between two starts on the same data: its tenant and its users. */
record DemoMemory(SimulatedTenant tenant, Enrolment enrolment) {

    Map<String, String> toKeys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("simulator.hosts", Integer.toString(tenant.hosts()));
        keys.put("simulator.seed", Long.toString(tenant.seed()));
        keys.put("simulator.client-id", tenant.client().id());
        keys.put("simulator.client-secret", tenant.client().secret());
        keys.put("operator.username", enrolment.operator().username());
        keys.put("operator.password", enrolment.operator().password());
        keys.put("engine.username", enrolment.engine().username());
        keys.put("engine.password", enrolment.engine().password());
        keys.put("connection.uuid", enrolment.connection().uuid().toString());
        keys.put("connection.profile-uuid", enrolment.connection().profileUuid().toString());
        keys.put("connection.customer-uuid", enrolment.connection().customerUuid().toString());
        return keys;
    }

    /**
     * @throws FaultException CONFIGURATION when a key is missing or cannot be read
     */
    static DemoMemory of(Map<String, String> keys) {
        var client =
                new ApiClient(
                        value(keys, "simulator.client-id"), value(keys, "simulator.client-secret"));
        try {
            return new DemoMemory(
                    new SimulatedTenant(
                            Integer.parseInt(value(keys, "simulator.hosts")),
                            Long.parseLong(value(keys, "simulator.seed")),
                            0,
                            client,
                            Map.of()),
                    enrolment(keys));
        } catch (IllegalArgumentException e) {
            throw broken("a value cannot be read", e.getClass().getSimpleName());
        }
    }

    private static Enrolment enrolment(Map<String, String> keys) {
        return new Enrolment(
                credentials(keys, "operator"),
                credentials(keys, "engine"),
                new ConnectionIds(
                        UUID.fromString(value(keys, "connection.uuid")),
                        UUID.fromString(value(keys, "connection.profile-uuid")),
                        UUID.fromString(value(keys, "connection.customer-uuid"))));
    }

    private static Credentials credentials(Map<String, String> keys, String who) {
        return new Credentials(value(keys, who + ".username"), value(keys, who + ".password"));
    }

    private static String value(Map<String, String> keys, String key) {
        var value = keys.get(key);
        if (value == null) {
            throw broken("a key is missing", key);
        }
        return value;
    }

    private static FaultException broken(String what, String which) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "DEMO_MEMORY_BROKEN",
                "demo.env is damaged: " + what + " (" + which + ").",
                "Start the demo on another directory with --data, or remove this one.");
    }
}
