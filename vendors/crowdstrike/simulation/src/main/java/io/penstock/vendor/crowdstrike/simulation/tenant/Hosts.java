package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is known about the host with a number, listed in the asset list or not. */
public final class Hosts {

    private static final int IMAGE = 100;
    private static final int AGE = 101;
    private static final int SEEN = 102;
    private static final int NAME = 103;
    private static final int ADDRESS = 104;
    private static final int SUFFIX = 105;
    private static final int FACTS = 106;
    private static final int CARD = 107;
    private static final int CUSTOMER_OF = 108;
    private static final int TWIN = 109;
    private static final int AID_KNOWN = 110;
    private static final int CUSTOMER = 2;
    private static final int INSTANT_DAYS = 200;
    private static final long DAY = 86_400;
    private static final int AGE_DAYS_MIN = 31;
    private static final int AGE_DAYS_MAX = 1500;
    private static final String[] SITES = {"OSL", "BER", "AUS", "SIN", "LON", "MAD"};

    private final Population population;
    private final Calendar calendar;
    private final Overlay overlay;
    // Ascending, so that their places are the order of ids.
    private final String[] customers;

    Hosts(Population population, Calendar calendar, Overlay overlay) {
        this.population = population;
        this.calendar = calendar;
        this.overlay = overlay;
        this.customers = new String[population.traits().customers()];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = Ids.random(population.seed(), CUSTOMER, i);
        }
        Arrays.sort(customers);
    }

    /** The host whose facts one set up anew has taken over; otherwise itself. */
    private int origin(int host) {
        int first = population.everyone();
        return host < first ? host : overlay.reimages().origin(host - first);
    }

    /** Whether the asset list has it now. */
    public boolean listed(int host) {
        boolean known = host < population.hosts() || host >= population.everyone();
        boolean sensor = population.kind(host) == Population.Kind.MANAGED;
        return known && !(sensor && overlay.removed().sensor(population.sensorOf(host)));
    }

    /** Numbers of the hosts in the asset list, ascending. */
    int[] listed() {
        int end = population.everyone() + overlay.reimages().size();
        return IntStream.range(0, end).filter(this::listed).toArray();
    }

    /** The place of a host's customer among all of them. */
    int customerRank(int host) {
        return customers.length == 1
                ? 0
                : Mix.below(Mix.of(population.seed(), CUSTOMER_OF, origin(host)), customers.length);
    }

    /** The customer id of a host, 32 hex digits. */
    public String customer(int host) {
        return customers[customerRank(host)];
    }

    /** All customer ids. */
    public List<String> customers() {
        return List.of(customers);
    }

    /** Whether the asset record of a host with a sensor names it. */
    public boolean aidKnown(int host) {
        int unknown = population.traits().perMille().withoutAid();
        return population.kind(host) == Population.Kind.MANAGED
                && Mix.below(Mix.of(population.seed(), AID_KNOWN, host), 1000) >= unknown;
    }

    public Image image(int host) {
        return Image.picked(Mix.of(population.seed(), IMAGE, origin(host)));
    }

    /** Epoch seconds. */
    public long firstSeen(int host) {
        if (host >= population.everyone()) {
            return overlay.reimages().time(host - population.everyone());
        }
        if (host < population.traits().oneInstant()) {
            return calendar.now() - INSTANT_DAYS * DAY;
        }
        long mixed = Mix.of(population.seed(), AGE, host);
        int days = AGE_DAYS_MIN + Mix.below(mixed, AGE_DAYS_MAX - AGE_DAYS_MIN);
        return calendar.now() - days * DAY - Mix.below(Mix.of(mixed), (int) DAY);
    }

    /** The first round that lies wholly after the host was first seen. */
    int firstRound(int host) {
        long passed = firstSeen(host) - calendar.start();
        return passed <= 0 ? 0 : (int) (passed / Calendar.ROUND_SECONDS) + 1;
    }

    /** Epoch seconds, whole hours as the vendor gives them. */
    public long lastSeen(int host) {
        long mixed = Mix.of(population.seed(), SEEN, origin(host));
        boolean away = Mix.below(mixed, 100) < 10;
        int hours = Mix.below(Mix.of(mixed), away ? 30 * 24 : 24);
        long seen = now() / 3600 * 3600 - hours * 3600L;
        long from = host < population.everyone() ? seen : firstSeen(host) / 3600 * 3600;
        long to = overlay.reimages().replaced(host);
        return Math.max(from, Math.min(seen, to / 3600 * 3600));
    }

    public String name(int wanted) {
        int origin = origin(wanted);
        int host = twin(origin) ? population.hostOf(population.sensorOf(origin) - 1) : origin;
        long mixed = Mix.of(population.seed(), NAME, host);
        String site = SITES[Mix.below(mixed, SITES.length)];
        Image image = image(host);
        if (population.kind(host) == Population.Kind.UNSUPPORTED) {
            return site + "-CAM-" + host;
        }
        return switch (image.family()) {
            case WINDOWS_CLIENT -> site + "-PC-" + host;
            case MAC -> site.toLowerCase(Locale.ROOT) + "-mac-" + host + ".local";
            case WINDOWS_SERVER ->
                    site + (image == Image.CONTROLLER_2022 ? "-DC-" : "-SRV-") + host;
            case DEBIAN, RED_HAT -> site.toLowerCase(Locale.ROOT) + "-lx-" + host;
        };
    }

    private boolean twin(int host) {
        int twins = population.traits().perMille().twinNames();
        return twins > 0
                && host > 0
                && host < population.hosts()
                && population.kind(host) == Population.Kind.MANAGED
                && Mix.below(Mix.of(population.seed(), TWIN, host), 1000) < twins;
    }

    /** The site's short name. */
    public String site(int host) {
        return SITES[Mix.below(Mix.of(population.seed(), NAME, origin(host)), SITES.length)];
    }

    /** Its network cards; one host in two hundred has none that is known. */
    public List<Card> cards(int wanted) {
        int host = origin(wanted);
        long mixed = Mix.of(population.seed(), ADDRESS, host);
        if (Mix.below(mixed, 1000) < 5) {
            return List.of();
        }
        int count = 1 + Mix.pick(Mix.of(mixed), 800, 150, 50);
        List<Card> cards = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cards.add(card(host, i));
        }
        return cards;
    }

    private Card card(int host, int index) {
        long mixed = Mix.of(population.seed(), CARD + index, host);
        // The second octet tells the cards of a host apart, the others are its number.
        String prefix = "10." + (index * 80 + (host >>> 16 & 0x3F));
        String ip = prefix + "." + (host >>> 8 & 0xFF) + "." + (host & 0xFF);
        StringBuilder mac = new StringBuilder("00-50-56");
        for (int i = 0; i < 3; i++) {
            int octet = (int) (mixed >>> (8 * i)) & 0xFF;
            mac.append(String.format(Locale.ROOT, "-%02X", octet));
        }
        return new Card(ip, mac.toString(), prefix, index);
    }

    /** A network card. */
    public record Card(String ip, String mac, String prefix, int index) {}

    /** The vendor's id of the asset: customer, underscore, a suffix in one of three forms. */
    public String id(int host) {
        return customer(host) + "_" + idSuffix(host);
    }

    String idSuffix(int host) {
        long mixed = Mix.of(population.seed(), SUFFIX, host);
        if (population.kind(host) != Population.Kind.MANAGED) {
            return Ids.named(population.seed(), SUFFIX, host);
        }
        if (image(host).family() == Image.Family.MAC) {
            return Long.toString(
                    100_000_000_000_000_000L + Math.floorMod(mixed, 800_000_000_000_000_000L));
        }
        byte[] bytes = new byte[34];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Mix.of(mixed + i / 8) >>> (i % 8 * 8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A number for the choice of texts and oddities. */
    public long mixed(int host) {
        return Mix.of(population.seed(), FACTS, origin(host));
    }

    public Population population() {
        return population;
    }

    /** The tenant's present in epoch seconds. */
    public long now() {
        return overlay.present();
    }
}
