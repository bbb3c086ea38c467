package io.penstock.platform.api;

import io.penstock.platform.connector.NewConnection;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The body of a create or edit call; the rules are {@code Connections}'s. */
record ConnectionInput(
        @Nullable String name,
        @Nullable String description,
        @Nullable String connector,
        @Nullable Map<String, @Nullable String> settings) {

    NewConnection typed(String presentConnector) {
        var values = new HashMap<String, String>();
        if (settings != null) {
            settings.forEach((key, value) -> values.put(key, text(value)));
        }
        return new NewConnection(
                connector == null ? presentConnector : connector,
                text(name),
                text(description),
                values);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "ConnectionInput[" + name + "]";
    }
}
