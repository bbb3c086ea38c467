package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Field;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.record.HostFacts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What Discover filters its hosts on, by the number of the host. */
final class HostFields {

    static final String FIRST_SEEN = "first_seen_timestamp";
    static final String LAST_SEEN = "last_seen_timestamp";

    private HostFields() {}

    static Fields<Integer> of(Tenant tenant) {
        Hosts hosts = tenant.hosts();
        Population population = tenant.population();
        Map<String, Field<Integer>> fields = new HashMap<>();
        fields.put("id", text(hosts::id));
        fields.put("cid", text(hosts::customer));
        fields.put("aid", text(host -> aid(hosts, host)));
        fields.put("entity_type", text(host -> population.kind(host).text()));
        fields.put("hostname", text(hosts::name));
        fields.put("platform_name", ofImage(hosts, image -> image.family().platform()));
        fields.put("os_version", ofImage(hosts, Image::system));
        fields.put("kernel_version", ofImage(hosts, Image::build));
        fields.put("product_type_desc", ofImage(hosts, Image::role));
        fields.put(FIRST_SEEN, new Field.Time<>(host -> hosts.firstSeen(host) * 1000));
        fields.put(LAST_SEEN, new Field.Time<>(host -> hosts.lastSeen(host) * 1000));
        network(fields, hosts);
        facts(fields, new HostFacts(tenant));
        return new Fields<>(fields, Instant.ofEpochSecond(hosts.now()));
    }

    private static void network(Map<String, Field<Integer>> fields, Hosts hosts) {
        Field<Integer> addresses = cards(hosts, Hosts.Card::ip);
        Field<Integer> macs = cards(hosts, Hosts.Card::mac);
        fields.put("local_ips_count", new Field.Numeric<>(host -> hosts.cards(host).size(), true));
        fields.put("local_ip_addresses", addresses);
        fields.put("network_interfaces.local_ip", addresses);
        fields.put("mac_addresses", macs);
        fields.put("network_interfaces.mac_address", macs);
    }

    private static Field<Integer> cards(Hosts hosts, Function<Hosts.Card, String> of) {
        return new Field.Texts<>(host -> hosts.cards(host).stream().map(of).toList(), true);
    }

    private static void facts(Map<String, Field<Integer>> fields, HostFacts facts) {
        fields.put("system_manufacturer", text(facts::manufacturer));
        fields.put("machine_domain", text(facts::domain));
        fields.put("site_name", text(facts::site));
        fields.put("criticality", text(facts::criticality));
        fields.put("internet_exposure", text(facts::exposure));
        fields.put("tags", texts(facts::tags));
        fields.put("groups", texts(facts::groups));
    }

    private static @Nullable String aid(Hosts hosts, int host) {
        Population population = hosts.population();
        return hosts.aidKnown(host) ? population.aid(population.sensorOf(host)) : null;
    }

    /** Only a sensor knows these. */
    private static Field<Integer> ofImage(Hosts hosts, Function<Image, String> of) {
        return text(host ->
                hosts.population().kind(host) == Population.Kind.MANAGED
                        ? of.apply(hosts.image(host))
                        : null);
    }

    private static Field<Integer> text(Function<Integer, @Nullable String> of) {
        return new Field.Text<>(of, true);
    }

    private static Field<Integer> texts(Function<Integer, List<String>> of) {
        return new Field.Texts<>(of, true);
    }
}
