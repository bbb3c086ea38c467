package io.penstock.vendor.crowdstrike.simulation.tenant;

/** A view on one finding that is moved from one to the next. Used by one thread. */
public final class Finding {

    /** What the vendor says about it. */
    public enum Status {
        OPEN(0, "open"),
        REOPEN(1, "reopen"),
        CLOSED(2, "closed"),
        EXPIRED(3, "expired");

        private final int number;
        private final String text;

        Status(int number, String text) {
            this.number = number;
            this.text = text;
        }

        static Status picked(long mixed) {
            return values()[Mix.pick(mixed, 450, 50, 480, 20)];
        }

        /** The status with a number, its place in this list. */
        public static Status of(int number) {
            return values()[number];
        }

        public int number() {
            return number;
        }

        /** The text of {@code status}. */
        public String text() {
            return text;
        }
    }

    /** What a finding has as closing time when it has none. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final int FACTS = 90;
    private static final int SUFFIX = 91;
    private static final int EXTRA = 92;
    private static final int NOT_LOOKED_UP = Integer.MIN_VALUE;

    private final Tenant tenant;
    private final Reports reports;
    private int number = -1;
    private int slot = -1;
    private int report;
    private int round;
    private int ordinal;
    private int sensor = -1;
    private String aid = "";
    private long mixed;
    // Place among those that came later, or -1.
    private int extra = -1;
    private int change = NOT_LOOKED_UP;

    Finding(Tenant tenant) {
        this.tenant = tenant;
        this.reports = new Reports(tenant.index());
    }

    /**
     * Moves to the finding with a number. The numbers of the first findings are their places in the
     * order of creation; the number of any finding stays the same for ever.
     */
    public Finding at(int wanted) {
        number = wanted;
        change = NOT_LOOKED_UP;
        FindingIndex index = tenant.index();
        extra = wanted < index.size() ? -1 : wanted - index.size();
        if (extra >= 0) {
            return atExtra();
        }
        if (slot < 0 || wanted < reports.first(report) || wanted >= reports.end(report)) {
            if (slot < 0 || wanted < index.first(slot) || wanted >= index.first(slot + 1)) {
                slot = index.slotOf(wanted);
                round = index.roundOf(slot);
            }
            report = reports.read(slot).reportOf(wanted);
        }
        sensor(reports.sensor(report));
        ordinal = wanted - reports.first(report);
        mixed = Mix.of(Mix.of(tenant.seed(), FACTS + round, sensor) + ordinal);
        return this;
    }

    private Finding atExtra() {
        sensor(tenant.overlay().extras().sensor(extra));
        mixed = Mix.of(tenant.seed(), EXTRA, number);
        return this;
    }

    /** The id a later finding has or will have. */
    static String extraId(Tenant tenant, int number, int sensor) {
        long mixed = Mix.of(tenant.seed(), EXTRA, number);
        String suffix = Ids.ordered(mixed >>> 32, 3, Mix.of(mixed + SUFFIX));
        return tenant.population().aid(sensor) + "_" + suffix;
    }

    private void sensor(int wanted) {
        if (sensor != wanted) {
            sensor = wanted;
            aid = "";
        }
    }

    private int change() {
        if (change == NOT_LOOKED_UP) {
            change = tenant.overlay().changes().find(number);
        }
        return change;
    }

    public int number() {
        return number;
    }

    public int sensor() {
        return sensor;
    }

    public int host() {
        return tenant.population().hostOf(sensor);
    }

    public String aid() {
        if (aid.isEmpty()) {
            aid = tenant.population().aid(sensor);
        }
        return aid;
    }

    /** What a record says of its sensor: its id, behind the customer's at some parent tenants. */
    public String aidText() {
        return tenant.population().traits().prefixedAids() ? customer() + aid() : aid();
    }

    /** The customer id of its host. */
    public String customer() {
        return tenant.hosts().customer(host());
    }

    /** The second half of the id; ascends with the numbers of one report. */
    public String suffix() {
        return Ids.ordered(suffixOrder(), 3, Mix.of(mixed + SUFFIX));
    }

    /** The first 32 bits of the second half of the id. */
    long suffixOrder() {
        if (extra >= 0) {
            return mixed >>> 32;
        }
        int count = reports.end(report) - reports.first(report);
        return Population.stratum(ordinal, count, Mix.of(mixed));
    }

    /** The first 32 bits of the id. */
    long aidOrder() {
        return tenant.population().aidOrder(sensor);
    }

    public String id() {
        return aid() + "_" + suffix();
    }

    /** The number of its CVE. */
    public int cve() {
        if (extra >= 0) {
            return tenant.overlay().extras().cve(extra);
        }
        return Cves.number(tenant.hosts().image(host()), round, ordinal);
    }

    /** Epoch seconds. */
    public long created() {
        if (extra >= 0) {
            return tenant.overlay().extras().created(extra);
        }
        return tenant.index().calendar().time(round, reports.tick(report));
    }

    public Status status() {
        if (change() >= 0) {
            return tenant.overlay().changes().status(change());
        }
        return extra >= 0 ? Status.OPEN : Status.picked(mixed);
    }

    /** Epoch seconds of the last change. */
    public long updated() {
        if (change() >= 0) {
            return tenant.overlay().changes().updated(change());
        }
        return extra >= 0 ? created() : firstUpdated();
    }

    private long firstUpdated() {
        Status status = Status.picked(mixed);
        long other = Mix.of(mixed + 1);
        if (status == Status.CLOSED) {
            return closing(other);
        }
        if (status == Status.OPEN && Mix.below(other, 10) < 6) {
            return created();
        }
        return since(created(), Mix.of(other));
    }

    /** Half of what is closed goes in a month's patch wave, all hosts in the same second. */
    private long closing(long other) {
        int left = Calendar.ROUNDS - 1 - round;
        if (left == 0 || (other & 1) == 0) {
            return since(created(), Mix.of(other));
        }
        int patched = round + 1 + Mix.below(other, left);
        Image.Family family = tenant.hosts().image(host()).family();
        return tenant.index().calendar().wave(patched, family);
    }

    private long since(long created, long share) {
        long now = tenant.index().calendar().now();
        return created + (long) (Mix.share(share) * (now - created));
    }

    /** Epoch seconds, or {@link #NEVER}; one open finding in a thousand has one all the same. */
    public long closed() {
        Status status = status();
        boolean first = change() < 0 && extra < 0;
        boolean odd = first && status == Status.OPEN && Mix.below(Mix.of(mixed + 2), 1000) == 0;
        return status == Status.CLOSED || odd ? updated() : NEVER;
    }

    public boolean suppressed() {
        return Mix.below(Mix.of(mixed + 3), 100) < 2;
    }

    /** False when the vendor only thinks it may be there. */
    public boolean confirmed() {
        return Mix.below(Mix.of(mixed + 4), 100) < 97;
    }
}
