package io.penstock.vendor.crowdstrike.simulation.tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One simulated tenant. Opening it counts findings (a few nanoseconds per host and round) and keeps
 * five bytes per sensor and about one and a half per host for all rounds together; orders other
 * than that of creation are made when they are first asked for, at eight bytes per finding.
 */
public final class Tenant {

    /** Rounds of 30 days the tenant looks back on. */
    public static final int ROUNDS = Calendar.ROUNDS;

    private static final int CUSTOMER = 2;

    private final Population population;
    private final Hosts hosts;
    private final Cves cves;
    private final FindingIndex index;
    private final String customer;
    private final Map<TimeOrder.By, TimeOrder> orders = new EnumMap<>(TimeOrder.By.class);
    private @Nullable HostOrder hostOrder;

    /**
     * Opens a tenant.
     *
     * @param findingsPerHost wished mean, or 0
     */
    public Tenant(long seed, int hostCount, int findingsPerHost, Instant now) {
        this.population = new Population(seed, hostCount);
        Calendar calendar = new Calendar(seed, now, population.sensors());
        this.hosts = new Hosts(population, calendar);
        this.cves = new Cves(seed, calendar.start());
        this.index = new FindingIndex(calendar, new Load(population, hosts, findingsPerHost));
        this.customer = Ids.random(seed, CUSTOMER, 0);
    }

    public long seed() {
        return population.seed();
    }

    /** The customer id, 32 hex digits. */
    public String customer() {
        return customer;
    }

    public Population population() {
        return population;
    }

    public Hosts hosts() {
        return hosts;
    }

    public Cves cves() {
        return cves;
    }

    /** All findings. */
    public int findings() {
        return index.size();
    }

    /** A view to move about. */
    public Finding finding() {
        return new Finding(this);
    }

    /** The order of creation, which needs no memory. */
    public FindingOrder byCreation() {
        return new CreationOrder(this);
    }

    /** Another order; the first call makes it, later ones share it. */
    public FindingOrder by(TimeOrder.By time) {
        synchronized (orders) {
            return orders.computeIfAbsent(time, by -> new TimeOrder(this, by));
        }
    }

    /** The listed hosts by id; the first call makes it. */
    public HostOrder hostOrder() {
        synchronized (orders) {
            HostOrder known = hostOrder;
            if (known == null) {
                known = new HostOrder(hosts, population.hosts());
                hostOrder = known;
            }
            return known;
        }
    }

    /** Bytes of the indexes that are kept now. */
    public long indexBytes() {
        synchronized (orders) {
            long ofHosts = hostOrder == null ? 0 : hostOrder.bytes();
            return ofHosts
                    + index.bytes()
                    + orders.values().stream().mapToLong(TimeOrder::bytes).sum();
        }
    }

    FindingIndex index() {
        return index;
    }
}
