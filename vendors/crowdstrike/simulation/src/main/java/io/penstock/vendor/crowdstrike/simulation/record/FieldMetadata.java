package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Population.Kind;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;

/**
 * The map {@code field_metadata} of a host: which source each field came from. It is more than half
 * of a managed host's bytes, and the same for all of them; only those have one.
 */
final class FieldMetadata {

    private static final List<String> FIELDS =
            List.of(
                    "agent_version",
                    "aid",
                    "available_disk_space",
                    "bios_manufacturer",
                    "bios_version",
                    "city",
                    "country",
                    "cpu_processor_name",
                    "criticality",
                    "current_local_ip",
                    "discovering_by",
                    "entity_type",
                    "external_ip",
                    "first_seen_timestamp",
                    "form_factor",
                    "hostname",
                    "internet_exposure",
                    "kernel_version",
                    "last_seen_timestamp",
                    "local_ip_addresses",
                    "logical_core_count",
                    "mac_addresses",
                    "network_interfaces",
                    "number_of_disk_drives",
                    "os_is_eol",
                    "os_version",
                    "physical_core_count",
                    "platform_name",
                    "processor_package_count",
                    "product_type",
                    "product_type_desc",
                    "reduced_functionality_mode",
                    "system_manufacturer",
                    "system_product_name",
                    "system_serial_number",
                    "total_disk_space",
                    "total_memory",
                    "used_disk_space");

    private FieldMetadata() {}

    static byte[] write(Kind kind) {
        if (kind != Kind.MANAGED) {
            return new byte[0];
        }
        Pretty json = Pretty.continued(3).object("field_metadata");
        FIELDS.forEach(
                field -> json.object(field).texts("providers", List.of("CrowdStrike")).endObject());
        return json.endObject().bytes();
    }
}
