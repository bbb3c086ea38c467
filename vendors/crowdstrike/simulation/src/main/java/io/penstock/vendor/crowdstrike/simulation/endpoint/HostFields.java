package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Field;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.tenant.Hosts;
import io.penstock.vendor.crowdstrike.simulation.tenant.Image;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
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
        fields.put("id", text(host -> hosts.id(host, tenant.customer())));
        fields.put("cid", text(_ -> tenant.customer()));
        fields.put("aid", text(host -> aid(population, host)));
        fields.put("entity_type", text(host -> population.kind(host).text()));
        fields.put("hostname", text(hosts::name));
        fields.put("platform_name", ofImage(hosts, image -> image.family().platform()));
        fields.put("os_version", ofImage(hosts, Image::system));
        fields.put("product_type_desc", ofImage(hosts, Image::role));
        fields.put(FIRST_SEEN, new Field.Time<>(host -> hosts.firstSeen(host) * 1000));
        fields.put(LAST_SEEN, new Field.Time<>(host -> hosts.lastSeen(host) * 1000));
        return new Fields<>(fields, Instant.ofEpochSecond(hosts.now()));
    }

    private static @Nullable String aid(Population population, int host) {
        return managed(population, host) ? population.aid(population.sensorOf(host)) : null;
    }

    private static boolean managed(Population population, int host) {
        return population.kind(host) == Population.Kind.MANAGED;
    }

    /** Only a sensor knows these. */
    private static Field<Integer> ofImage(Hosts hosts, Function<Image, String> of) {
        return text(host -> managed(hosts.population(), host) ? of.apply(hosts.image(host)) : null);
    }

    private static Field<Integer> text(Function<Integer, @Nullable String> of) {
        return new Field.Text<>(of, true);
    }
}
