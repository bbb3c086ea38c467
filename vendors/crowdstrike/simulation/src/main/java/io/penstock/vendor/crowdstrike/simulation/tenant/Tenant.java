package io.penstock.vendor.crowdstrike.simulation.tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One simulated tenant as it is at one moment; the next moment is another object, see {@link
 * Timeline}. Opening it counts findings (a few nanoseconds per host and round) and keeps five bytes
 * per sensor and about one and a half per host for all rounds together; orders other than that of
 * creation are made when they are first asked for, at eight bytes per finding.
 */
public final class Tenant {

    /** Rounds of 30 days the tenant looks back on. */
    public static final int ROUNDS = Calendar.ROUNDS;

    private static final int CUSTOMER = 2;
    private static final int VERSION = 3;

    private final Population population;
    private final Cves cves;
    private final FindingIndex index;
    private final Overlay overlay;
    private final Hosts hosts;
    private final CreationOrder creation;
    private final Map<TimeOrder.By, TimeOrder> orders = new EnumMap<>(TimeOrder.By.class);
    private @Nullable HostOrder hostOrder;

    /**
     * Opens a usual tenant.
     *
     * @param findingsPerHost wished mean, or 0
     */
    public Tenant(long seed, int hostCount, int findingsPerHost, Instant now) {
        this(new Population(seed, hostCount, Traits.usual()), findingsPerHost, now);
    }

    /**
     * Opens a tenant.
     *
     * @param findingsPerHost wished mean, or 0
     */
    public Tenant(Population population, int findingsPerHost, Instant now) {
        this.population = population;
        Calendar calendar = new Calendar(now, population);
        this.overlay = Overlay.none(now.getEpochSecond());
        this.hosts = new Hosts(population, calendar, overlay);
        this.cves = new Cves(population, calendar.start());
        this.index = new FindingIndex(calendar, new Load(population, hosts, findingsPerHost));
        this.creation = new CreationOrder(this);
    }

    /**
     * The next moment of a tenant.
     *
     * @param touched numbers of findings that have changed, have come or are gone, ascending
     */
    private Tenant(Tenant before, Overlay overlay, int[] touched) {
        this.population = before.population;
        this.cves = before.cves;
        this.index = before.index;
        this.overlay = overlay;
        this.hosts = new Hosts(population, index.calendar(), overlay);
        this.creation = new CreationOrder(this);
        synchronized (before.orders) {
            before.orders.forEach(
                    (by, order) -> orders.put(by, new TimeOrder(this, order, touched)));
            boolean sameHosts =
                    overlay.reimages() == before.overlay.reimages()
                            && overlay.removed().sameSensors(before.overlay.removed());
            this.hostOrder = sameHosts ? before.hostOrder : null;
        }
    }

    /** The tenant after a step. */
    Tenant after(Step step) {
        return new Tenant(this, step.overlay(), step.touched());
    }

    public long seed() {
        return population.seed();
    }

    /** The customer id of the account itself, 32 hex digits. */
    public String customer() {
        return Ids.random(seed(), CUSTOMER, 0);
    }

    /** How many steps were made since it was opened. */
    public int version() {
        return overlay.version();
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
        return creation.size();
    }

    /**
     * A number that is another one when one of these findings reads differently; not of what comes
     * from its host.
     */
    public long version(int[] numbers) {
        long version = 0;
        for (int number : numbers) {
            int change = overlay.changes().find(number);
            if (change >= 0) {
                version += Mix.of(seed() + number, VERSION, overlay.changes().version(change));
            }
        }
        return version;
    }

    /** Whether there is a finding with this number now. */
    boolean has(int number) {
        int extra = number - index.size();
        return extra < 0
                ? number >= 0 && !overlay.removed().first(number)
                : extra < overlay.extras().size() && !overlay.removed().extra(extra);
    }

    /** A view to move about. */
    public Finding finding() {
        return new Finding(this);
    }

    /** The numbers of a sensor's findings, ascending. */
    public int[] findingsOf(int sensor) {
        return new SensorFindings(this).of(sensor);
    }

    /** The sensor with an id, or -1. */
    public int sensor(String aid) {
        int first = population.firstSensor(aid);
        if (first < population.sensors() && population.aid(first).equals(aid)) {
            return first;
        }
        int end = population.sensors() + overlay.reimages().size();
        return IntStream.range(population.sensors(), end)
                .filter(sensor -> population.aid(sensor).equals(aid))
                .findFirst()
                .orElse(-1);
    }

    /** Some findings in the order they have among all. */
    public FindingOrder listed(int[] numbers, FindingOrder order) {
        return new ListedOrder(numbers, order, this);
    }

    /** The order of creation, which needs next to no memory. */
    public FindingOrder byCreation() {
        return creation;
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
                known = new HostOrder(hosts);
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
                    + 20L * overlay.rows()
                    + orders.values().stream().mapToLong(TimeOrder::bytes).sum();
        }
    }

    FindingIndex index() {
        return index;
    }

    Overlay overlay() {
        return overlay;
    }
}
