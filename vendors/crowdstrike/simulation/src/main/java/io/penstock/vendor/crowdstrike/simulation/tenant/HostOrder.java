package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * The listed hosts by the text of their id. Keeps eight bytes per host. Made by sorting the
 * customer's place and the first five characters after it together with the host's number, then
 * settling the few that are equal by their whole text.
 */
public final class HostOrder {

    private static final int NUMBER_BITS = 24;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final int CHARACTERS = 5;

    private final int[] byRank;
    private final int[] ranks;

    HostOrder(Hosts hosts) {
        int[] listed = hosts.listed();
        long[] keys = new long[listed.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(hosts, listed[i]);
        }
        Arrays.sort(keys);
        this.byRank = settled(keys, hosts);
        this.ranks = new int[listed.length == 0 ? 0 : listed[listed.length - 1] + 1];
        for (int rank = 0; rank < byRank.length; rank++) {
            ranks[byRank[rank]] = rank;
        }
    }

    private static long key(Hosts hosts, int host) {
        String suffix = hosts.idSuffix(host);
        long key = hosts.customerRank(host);
        for (int i = 0; i < CHARACTERS; i++) {
            // ASCII, so seven bits are enough; four are left for the customer and one for the sign.
            key = key << 7 | suffix.charAt(i);
        }
        return key << NUMBER_BITS | host;
    }

    private static int[] settled(long[] keys, Hosts hosts) {
        int[] order = new int[keys.length];
        int from = 0;
        while (from < keys.length) {
            int to = from + 1;
            while (to < keys.length && keys[to] >>> NUMBER_BITS == keys[from] >>> NUMBER_BITS) {
                to++;
            }
            int[] equal =
                    Arrays.stream(keys, from, to)
                            .mapToObj(key -> (int) (key & NUMBER_MASK))
                            .sorted((a, b) -> hosts.idSuffix(a).compareTo(hosts.idSuffix(b)))
                            .mapToInt(Integer::intValue)
                            .toArray();
            System.arraycopy(equal, 0, order, from, equal.length);
            from = to;
        }
        return order;
    }

    /** The listed host with an id. */
    public OptionalInt find(String id, Hosts hosts) {
        int place = firstAt(id, hosts);
        return place < byRank.length && hosts.id(byRank[place]).equals(id)
                ? OptionalInt.of(byRank[place])
                : OptionalInt.empty();
    }

    /** How many hosts have an id before this one. */
    public int firstAt(String id, Hosts hosts) {
        int low = 0;
        int high = byRank.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hosts.id(byRank[middle]).compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Numbers of all listed hosts by id; not to be changed. */
    public int[] all() {
        return byRank;
    }

    /** The place of a host among all ids. */
    public int rank(int host) {
        return ranks[host];
    }

    /**
     * Sorts hosts by a number, equal ones by id.
     *
     * @param value not negative and below 2^39, such as epoch seconds
     */
    public int[] sorted(int[] hosts, IntToLongFunction value) {
        long[] keys = new long[hosts.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = value.applyAsLong(hosts[i]) << NUMBER_BITS | ranks[hosts[i]];
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = byRank[(int) (keys[i] & NUMBER_MASK)];
        }
        return sorted;
    }

    long bytes() {
        return 8L * ranks.length;
    }
}
