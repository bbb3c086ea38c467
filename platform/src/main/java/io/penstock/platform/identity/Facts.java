package io.penstock.platform.identity;

import static io.penstock.core.schema.TargetAttribute.ASSET_FIRST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_FQDN;
import static io.penstock.core.schema.TargetAttribute.ASSET_LAST_SEEN_ON;
import static io.penstock.core.schema.TargetAttribute.ASSET_NAME;
import static io.penstock.core.schema.TargetAttribute.BIOS_MANUFACTURER;
import static io.penstock.core.schema.TargetAttribute.BIOS_SERIAL_NUMBER;
import static io.penstock.core.schema.TargetAttribute.CLOUD_INSTANCE_ID;
import static io.penstock.core.schema.TargetAttribute.CLOUD_PROVIDER;
import static io.penstock.core.schema.TargetAttribute.HARDWARE_UUID;
import static io.penstock.core.schema.TargetAttribute.IP_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.MAC_ADDRESS;
import static io.penstock.core.schema.TargetAttribute.NETWORK_ID;

import io.penstock.core.identity.HostAttribute;
import io.penstock.core.identity.HostFacts;
import io.penstock.core.identity.Identifiers;
import io.penstock.core.schema.TargetAttribute;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What identification takes from a stored record. */
final class Facts {

    static final Map<HostAttribute, TargetAttribute> SAID =
            Map.of(
                    HostAttribute.CLOUD_PROVIDER, CLOUD_PROVIDER,
                    HostAttribute.INSTANCE_ID, CLOUD_INSTANCE_ID,
                    HostAttribute.HARDWARE_UUID, HARDWARE_UUID,
                    HostAttribute.SERIAL, BIOS_SERIAL_NUMBER,
                    HostAttribute.MANUFACTURER, BIOS_MANUFACTURER,
                    HostAttribute.FQDN, ASSET_FQDN,
                    HostAttribute.NAME, ASSET_NAME,
                    HostAttribute.MAC, MAC_ADDRESS,
                    HostAttribute.IP, IP_ADDRESS,
                    HostAttribute.NETWORK, NETWORK_ID);

    private Facts() {}

    static HostFacts of(StoredHost row) {
        var raw = new EnumMap<HostAttribute, List<String>>(HostAttribute.class);
        SAID.forEach((attribute, target) -> {
            var texts = texts(row, target);
            if (!texts.isEmpty()) {
                raw.put(attribute, texts);
            }
        });
        return new HostFacts(
                row.hostId(),
                row.source().connectionId(),
                row.source().trust(),
                seen(row, ASSET_FIRST_SEEN_ON, row.version().firstSeen()),
                seen(row, ASSET_LAST_SEEN_ON, row.version().lastSeen()),
                Identifiers.of(raw));
    }

    /** The values of a text attribute or of a list; empty when the source said nothing. */
    static List<String> texts(StoredHost row, TargetAttribute target) {
        return switch (row.attributes().get(target.key())) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object value -> List.of(value.toString());
        };
    }

    /** A minimal record was seen when its findings were; another one only when it says so. */
    private static Instant seen(StoredHost row, TargetAttribute target, Instant found) {
        if (row.source().minimal()) {
            return found;
        }
        return texts(row, target).isEmpty() ? Instant.EPOCH : found;
    }
}
