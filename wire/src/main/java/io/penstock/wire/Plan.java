package io.penstock.wire;

import java.util.List;
import java.util.Map;

/**
 * What the engine is to do for a profile. {@code settings} holds the vendor's credentials (B-30),
 * so {@code toString} leaves the values out.
 *
 * @param connectorKey which vendor source to open, such as {@code crowdstrike-onprem}
 * @param active false: the profile is inactive and the engine does nothing (S-054)
 * @param streams stream names to read, hosts first
 */
public record Plan(
        int version,
        String connectorKey,
        String connectionName,
        String profileName,
        boolean active,
        Map<String, String> settings,
        List<String> streams) {

    /** The version of the messages in this package. */
    public static final int VERSION = 1;

    public Plan {
        settings = Map.copyOf(settings);
        streams = List.copyOf(streams);
    }

    @Override
    public String toString() {
        return "Plan["
                + connectorKey
                + ", "
                + connectionName
                + ", settings "
                + settings.keySet()
                + "]";
    }
}
