package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * The listed hosts by the text of their id. Keeps eight bytes per host. Made by sorting the first
 * five characters after the customer id together with the host's number, then settling the few that
 * are equal by their whole text.
 */
public final class HostOrder {

    private static final int NUMBER_BITS = 24;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final int CHARACTERS = 5;

    private final int[] byRank;
    private final int[] ranks;

    HostOrder(Hosts hosts, int count) {
        long[] keys = new long[count];
        for (int host = 0; host < count; host++) {
            String suffix = hosts.idSuffix(host);
            long key = 0;
            for (int i = 0; i < CHARACTERS; i++) {
                // ASCII, so seven bits are enough and the sign stays free.
                key = key << 7 | suffix.charAt(i);
            }
            keys[host] = key << NUMBER_BITS | host;
        }
        Arrays.sort(keys);
        this.byRank = settled(keys, hosts);
        this.ranks = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranks[byRank[rank]] = rank;
        }
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

    /** The host with an id of a tenant. */
    public OptionalInt find(String id, Tenant tenant) {
        String start = tenant.customer() + "_";
        if (!id.startsWith(start)) {
            return OptionalInt.empty();
        }
        String suffix = id.substring(start.length());
        int low = 0;
        int high = byRank.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tenant.hosts().idSuffix(byRank[middle]).compareTo(suffix);
            if (order == 0) {
                return OptionalInt.of(byRank[middle]);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return OptionalInt.empty();
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
