package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population.Kind;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.text.Body;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes hosts of the asset list as elements of {@code resources}. */
public final class HostRecords {

    /** Who makes what cannot run a sensor. */
    static final String UNSUPPORTED_MAKER = "AXIS";

    private static final int LOGIN = 150;

    private final Hosts hosts;
    private final HostText text;
    private final Map<Kind, byte[]> metadata = new EnumMap<>(Kind.class);

    public HostRecords(Tenant tenant) {
        this.hosts = tenant.hosts();
        this.text = new HostText(hosts);
        for (Kind kind : Kind.values()) {
            metadata.put(kind, FieldMetadata.write(kind));
        }
    }

    /** Appends one record, closed. */
    public void write(Body body, int host, boolean first) {
        Kind kind = hosts.population().kind(host);
        String id = hosts.id(host);
        Pretty json = Pretty.element(2);
        byte[] record =
                switch (kind) {
                    case MANAGED -> managed(start(json, host, id, kind), host).bytes();
                    case UNMANAGED -> unmanaged(start(json, host, id, kind), host).bytes();
                    case UNSUPPORTED -> unsupported(start(json, host, id, kind), host).bytes();
                };
        body.add(first ? record : withComma(record));
        byte[] fields = metadata.get(kind);
        if (fields != null) {
            body.add(fields);
        }
        body.add("\n  }".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withComma(byte[] record) {
        byte[] longer = new byte[record.length + 1];
        longer[0] = ',';
        System.arraycopy(record, 0, longer, 1, record.length);
        return longer;
    }

    private Pretty start(Pretty json, int host, String id, Kind kind) {
        json.openDocument().text("id", id).text("cid", hosts.customer(host));
        if (hosts.aidKnown(host)) {
            Population population = hosts.population();
            json.text("aid", population.aid(population.sensorOf(host)));
        }
        return json.text("entity_type", kind.text())
                .text("first_seen_timestamp", Stamp.of(hosts.firstSeen(host)))
                .text("last_seen_timestamp", Stamp.of(hosts.lastSeen(host)));
    }

    private Pretty managed(Pretty json, int host) {
        Image image = hosts.image(host);
        boolean windows = image.family().platform().equals("Windows");
        json.text("platform_name", image.family().platform())
                .text("os_version", image.system())
                .text("kernel_version", image.build())
                .text("product_type", productType(image))
                .text("product_type_desc", image.role())
                .text(
                        "agent_version",
                        "7."
                                + (10 + text.odd(host, 20, 8))
                                + ".1"
                                + (6000 + text.odd(host, 21, 900))
                                + ".0")
                .text("reduced_functionality_mode", text.odd(host, 22, 50) == 0 ? "Yes" : "No")
                .text("os_is_eol", image == Image.WINDOWS_2016 ? "Yes" : "No")
                .text("hostname", hosts.name(host))
                .text("system_manufacturer", text.manufacturer(host))
                .text(
                        "system_product_name",
                        image.server() ? "VMware Virtual Platform" : "Latitude 7440")
                .text("system_serial_number", serial(host, image))
                .text("form_factor", image.server() ? "Virtual machine" : "Laptop")
                .text(
                        "bios_manufacturer",
                        image.server() ? "Phoenix Technologies LTD" : "Dell Inc.")
                .text("bios_version", "6." + text.odd(host, 23, 30));
        hardware(json, host);
        HostNetwork.managed(json, hosts.cards(host), windows);
        json.text("external_ip", "203.0.113." + (1 + text.odd(host, 30, 250)));
        directory(json, host);
        roles(json, host);
        json.texts("data_providers", List.of("CrowdStrike")).number("data_providers_count", 1);
        return json;
    }

    private static String productType(Image image) {
        return switch (image.role()) {
            case "Workstation" -> "1";
            case "Domain Controller" -> "2";
            default -> "3";
        };
    }

    private String serial(int host, Image image) {
        long mixed = text.mixed(host, 24);
        // Some makers never wrote one.
        if (text.odd(host, 25, 100) == 0) {
            return "To be filled by O.E.M.";
        }
        if (!image.server()) {
            return "%07X".formatted((int) (mixed & 0xFFF_FFFFL)).toUpperCase(Locale.ROOT);
        }
        StringBuilder serial = new StringBuilder("VMware-");
        for (int i = 0; i < 16; i++) {
            long octets = i < 8 ? mixed : Mix.of(mixed + LOGIN);
            serial.append(
                    String.format(Locale.ROOT, "%02x", (int) (octets >>> (i % 8 * 8)) & 0xFF));
            serial.append(i == 7 ? "-" : i == 15 ? "" : " ");
        }
        return serial.toString();
    }

    private void hardware(Pretty json, int host) {
        int memory = 4096 << text.odd(host, 26, 4);
        int disk = 128 << text.odd(host, 27, 3);
        int used = disk * (20 + text.odd(host, 28, 60)) / 100;
        json.text("cpu_processor_name", "Intel(R) Xeon(R) Platinum 8268 CPU @ 2.90GHz")
                .number("processor_package_count", 1)
                .number("physical_core_count", 2L << text.odd(host, 29, 3))
                .number("logical_core_count", 4L << text.odd(host, 29, 3))
                .number("total_memory", memory)
                .number("number_of_disk_drives", 1)
                .number("total_disk_space", disk)
                .number("used_disk_space", used)
                .number("available_disk_space", disk - used)
                .object("os_security")
                .endObject();
    }

    private void directory(Pretty json, int host) {
        String domain = text.domain(host);
        json.text("country", "Norway").text("city", "Oslo");
        if (!domain.isEmpty()) {
            json.text("machine_domain", domain)
                    .text("ou", "Computers;" + hosts.site(host))
                    .text("site_name", hosts.site(host))
                    .text("fqdn", hosts.name(host).toLowerCase(Locale.ROOT) + "." + domain);
        }
    }

    private void roles(Pretty json, int host) {
        if (!text.tags(host).isEmpty()) {
            json.texts("tags", text.tags(host));
        }
        if (!text.groups(host).isEmpty()) {
            json.texts("groups", text.groups(host).stream().map(text::groupId).toList());
        }
        json.text("criticality", text.criticality(host))
                .text("internet_exposure", text.exposure(host))
                .text("computed_internet_exposure", text.exposure(host))
                .flag("override_internet_exposure", false)
                .flag("override_criticality_rules", false);
        if (hosts.image(host).server()) {
            json.texts("asset_roles", List.of("SSH server", "Highly connected"));
        }
        json.texts("discovering_by", List.of("Passive"));
    }

    private Pretty unmanaged(Pretty json, int host) {
        Image image = hosts.image(host);
        json.text("system_manufacturer", text.manufacturer(host))
                .text("hostname", hosts.name(host));
        HostNetwork.seen(json, hosts.cards(host));
        int sensor = Mix.below(text.mixed(host, 31), Math.max(1, hosts.population().managed()));
        int discoverer = hosts.population().hostOf(sensor);
        String aid = hosts.population().aid(sensor);
        Image by = hosts.image(discoverer);
        return json.texts("data_providers", List.of("Falcon passive discovery"))
                .number("data_providers_count", 1)
                .text("first_discoverer_aid", aid)
                .text("last_discoverer_aid", aid)
                .number("discoverer_count", 1)
                .texts("discoverer_aids", List.of(aid))
                .texts("discoverer_tags", text.tags(discoverer))
                .texts("discoverer_platform_names", List.of(by.family().platform()))
                .texts("discoverer_product_type_descs", List.of(by.role()))
                .texts("discoverer_hostnames", List.of(hosts.name(discoverer)))
                .text("last_discoverer_hostname", hosts.name(discoverer))
                .number("confidence", 25L * (1 + text.odd(host, 32, 3)))
                .text("device_type", image.server() ? "Server" : "Workstation")
                .object("active_discovery")
                .endObject();
    }

    private Pretty unsupported(Pretty json, int host) {
        json.text("system_manufacturer", UNSUPPORTED_MAKER).text("hostname", hosts.name(host));
        HostNetwork.seen(json, hosts.cards(host));
        return json.text("device_class", "IoT")
                .text("device_type", "IP camera")
                .texts("data_providers", List.of("Falcon passive discovery"))
                .number("data_providers_count", 1)
                .number("confidence", 25L * (1 + text.odd(host, 32, 3)));
    }
}
