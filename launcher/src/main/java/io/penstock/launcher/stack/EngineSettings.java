package io.penstock.launcher.stack;

import io.penstock.launcher.client.ConnectionIds;
import io.penstock.launcher.client.Credentials;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engine's env keys for one connection (S-128 to S-134); {@code toString} hides the values. */
public record EngineSettings(Map<String, String> keys) {

    private static final String PLATFORM = "connector.api.url";

    public EngineSettings {
        keys = Map.copyOf(keys);
    }

    public static EngineSettings of(URI platform, ConnectionIds ids, Credentials engine) {
        var keys = new LinkedHashMap<String, String>();
        keys.put(PLATFORM, platform.toString());
        keys.put("qualys.customerUuid", ids.customerUuid().toString());
        keys.put("qualys.connectionUuid", ids.uuid().toString());
        keys.put("qualys.profileUuid", ids.profileUuid().toString());
        keys.put("qualys.user.username", engine.username());
        keys.put("qualys.user.password", engine.password());
        keys.put("service.child-thread-pool", "4");
        return new EngineSettings(keys);
    }

    /** Where the platform is. */
    public URI platform() {
        return URI.create(keys.getOrDefault(PLATFORM, ""));
    }

    public EngineSettings with(String key, String value) {
        var changed = new LinkedHashMap<>(keys);
        changed.put(key, value);
        return new EngineSettings(changed);
    }

    @Override
    public String toString() {
        return "EngineSettings" + keys.keySet();
    }
}
