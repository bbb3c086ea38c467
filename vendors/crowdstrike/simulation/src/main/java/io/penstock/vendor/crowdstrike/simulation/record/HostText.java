package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Ids;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image.Family;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.List;

/** The block {@code host_info} of a finding, and what it shares with the asset list. */
final class HostText {

    private static final int GROUP = 140;
    private static final String[] CRITICALITIES = {"Critical", "High", "Noncritical", "Unassigned"};
    private static final String[] GROUPS = {
        "Servers", "Workstations", "Pilot", "Production", "Offices"
    };

    private final Hosts hosts;

    HostText(Hosts hosts) {
        this.hosts = hosts;
    }

    byte[] write(int host) {
        Image image = hosts.image(host);
        List<Hosts.Card> cards = hosts.cards(host);
        Pretty json = Pretty.continued(3).object("host_info").text("hostname", hosts.name(host));
        json.text("local_ip", cards.isEmpty() ? "" : cards.getFirst().ip())
                .text("machine_domain", domain(host))
                .text("os_version", image.system())
                .text("ou", domain(host).isEmpty() ? "" : "Computers;" + hosts.site(host))
                .text("site_name", domain(host).isEmpty() ? "" : hosts.site(host))
                .text("system_manufacturer", manufacturer(host));
        groups(json, host);
        json.texts("tags", tags(host))
                .text("platform", image.family().platform())
                .text("os_build", image.build())
                .text("product_type_desc", image.role())
                .text("asset_criticality", criticality(host))
                .text("internet_exposure", exposure(host))
                .text("managed_by", "Falcon sensor")
                .text("host_last_seen_timestamp", Stamp.of(hosts.lastSeen(host) / 86_400 * 86_400))
                .flag("has_run_container", image.family() == Family.DEBIAN && odd(host, 8, 4) == 0);
        return json.endObject().bytes();
    }

    private void groups(Pretty json, int host) {
        List<Integer> groups = groups(host);
        if (groups.isEmpty()) {
            return;
        }
        json.array("groups");
        groups.forEach(group ->
                json.itemObject()
                        .text("id", groupId(group))
                        .text("name", GROUPS[group])
                        .endObject());
        json.endArray();
    }

    /** Numbers of its groups; one host in five has none. */
    List<Integer> groups(int host) {
        return odd(host, 1, 5) == 0
                ? List.of()
                : List.of(hosts.image(host).server() ? 0 : 1, 2 + odd(host, 2, 3));
    }

    String groupId(int group) {
        return Ids.random(hosts.population().seed(), GROUP, group);
    }

    /** The directory's domain, empty for what is not joined to it. */
    String domain(int host) {
        boolean windows = hosts.image(host).family().platform().equals("Windows");
        return windows && odd(host, 3, 20) != 0 ? "corp.example.com" : "";
    }

    String manufacturer(int host) {
        Image image = hosts.image(host);
        if (image.family() == Family.MAC) {
            return "Apple Inc.";
        }
        return image.server() ? "VMware, Inc." : odd(host, 4, 2) == 0 ? "Dell Inc." : "LENOVO";
    }

    String criticality(int host) {
        return CRITICALITIES[Mix.pick(mixed(host, 5), 50, 150, 200, 600)];
    }

    String exposure(int host) {
        return switch (Mix.pick(mixed(host, 6), 50, 900, 50)) {
            case 0 -> "Yes";
            case 1 -> "No";
            default -> "Pending";
        };
    }

    List<String> tags(int host) {
        return odd(host, 7, 3) == 0
                ? List.of()
                : List.of(
                        "FalconGroupingTags/" + GROUPS[2 + odd(host, 2, 3)],
                        "SensorGroupingTags/" + hosts.site(host));
    }

    int odd(int host, int salt, int bound) {
        return Mix.below(mixed(host, salt), bound);
    }

    long mixed(int host, int salt) {
        return Mix.of(hosts.mixed(host) + salt);
    }
}
