package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Population.Kind;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What asset records say beside names and times, as filters read it; null for what they lack. */
public final class HostFacts {

    private final Tenant tenant;
    private final HostText text;

    public HostFacts(Tenant tenant) {
        this.tenant = tenant;
        this.text = new HostText(tenant.hosts());
    }

    public String manufacturer(int host) {
        return kind(host) == Kind.UNSUPPORTED
                ? HostRecords.UNSUPPORTED_MAKER
                : text.manufacturer(host);
    }

    public @Nullable String domain(int host) {
        return managed(host) && !text.domain(host).isEmpty() ? text.domain(host) : null;
    }

    public @Nullable String site(int host) {
        return domain(host) == null ? null : tenant.hosts().site(host);
    }

    public @Nullable String criticality(int host) {
        return managed(host) ? text.criticality(host) : null;
    }

    public @Nullable String exposure(int host) {
        return managed(host) ? text.exposure(host) : null;
    }

    public List<String> tags(int host) {
        return managed(host) ? text.tags(host) : List.of();
    }

    /** Ids of its groups. */
    public List<String> groups(int host) {
        return managed(host) ? text.groups(host).stream().map(text::groupId).toList() : List.of();
    }

    private boolean managed(int host) {
        return kind(host) == Kind.MANAGED;
    }

    private Kind kind(int host) {
        return tenant.population().kind(host);
    }
}
