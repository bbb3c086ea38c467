package io.penstock.platform.console.wizard;

import io.penstock.platform.connector.ConnectionScope;
import io.penstock.platform.connector.NewConnection;

import java.util.HashMap;
import java.util.Map;

/**
 * The first step as it was typed (S-018 to S-027).
 *
 * @param settings setting key → text, without secrets
 * @param secrets setting key → sealed text; see {@link DraftSecrets}
 */
public record Basics(
        String connector,
        String name,
        String description,
        ConnectionScope scope,
        Map<String, String> settings,
        Map<String, SealedText> secrets) {

    public Basics {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    static Basics blank(String connector) {
        return new Basics(
                connector, "", "", ConnectionScope.HOST_VULNERABILITIES, Map.of(), Map.of());
    }

    /** Whether a secret was typed; the page says so and never shows it. */
    public boolean hasSecret(String key) {
        return secrets.containsKey(key);
    }

    /** What is stored at last. */
    NewConnection entered(Map<String, String> opened) {
        var all = new HashMap<>(settings);
        all.putAll(opened);
        return new NewConnection(connector, name, description, all, scope);
    }

    @Override
    public String toString() {
        return "Basics[" + connector + ", " + name + "]";
    }
}
