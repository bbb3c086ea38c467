package io.penstock.platform.export;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.search.ExportedFinding;
import io.penstock.platform.search.Machine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The hosts that findings refer to, each once. They can be listed only behind the findings, so they
 * are kept until then as compressed JSON: some 150 bytes a host in all, whatever the number of
 * findings, and never more than the two limits.
 */
final class VexComponents {

    /** Hosts that one document takes. */
    static final int HOSTS_MAX = 500_000;

    private static final int PACKED_BYTES_MAX = 64 << 20;

    private final int hostsMax;
    private final Set<UUID> met = new HashSet<>();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DeflaterOutputStream packing = new DeflaterOutputStream(packed);
    private final JsonMembers json = new JsonMembers(packing);

    VexComponents(int hostsMax) {
        this.hostsMax = hostsMax;
    }

    /** By what the document calls a host. */
    static String ref(UUID asset) {
        return "asset:" + asset;
    }

    /**
     * Keeps the host of a finding when it has not been met before.
     *
     * @throws FaultException CONFIGURATION when there are more than one document takes
     */
    void add(ExportedFinding finding) throws IOException {
        var row = finding.row();
        if (!met.add(row.assetId())) {
            return;
        }
        if (met.size() > hostsMax || packed.size() > PACKED_BYTES_MAX) {
            throw full();
        }
        json.write(() -> component(row.assetId(), row.assetName(), finding.machine()));
    }

    /** Lists them in the object that is open; nothing can be added afterwards. */
    void list(JsonMembers document) throws IOException {
        json.write(json::flush);
        packing.close();
        document.list("components");
        document.copy(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())));
        document.end();
    }

    private void component(UUID id, String name, Machine machine) {
        json.object();
        json.text("type", "device");
        json.text("bom-ref", ref(id));
        json.text("name", name.isEmpty() ? id.toString() : name);
        json.list("properties");
        property("fqdn", machine.identifiers().fqdn());
        property("operating_system", machine.operatingSystem());
        machine.ipAddresses().forEach(ip -> property("ip_address", ip));
        property("external_id", machine.externalAssetId());
        property("serial_number", machine.serialNumber());
        property("cloud_instance_id", machine.identifiers().cloudInstanceId());
        json.end();
        json.end();
    }

    private void property(String name, String value) {
        VexProperties.write(json, name, value);
    }

    private FaultException full() {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "VEX_HOSTS",
                "The findings are on more hosts than one document takes, which is "
                        + hostsMax
                        + ".",
                "Ask for fewer, for example for one severity or one source at a time.");
    }
}
