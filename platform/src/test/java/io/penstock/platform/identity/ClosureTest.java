package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.Decision;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A set that is too large to be compared falls apart without the keys of the weakest rules. */
class ClosureTest {

    private static final int HOSTS = Closure.HOSTS_MAX + 2;
    private static final int WEAKEST = RuleBook.PLACES - 1;

    /** Each host shares a weak key with the next one, and every second one a strong one, too. */
    private static final class Chain implements Neighbours {

        private final Set<Integer> asked = new TreeSet<>();

        @Override
        public int weakest() {
            return WEAKEST;
        }

        @Override
        public List<StoredHost> load(Collection<UUID> hosts) {
            return hosts.stream().map(Chain::host).toList();
        }

        private static StoredHost host(UUID id) {
            var number = id.getLeastSignificantBits();
            var keys = List.of(weak(number), weak(number - 1), strong(number / 2));
            var source = new StoredHost.Source(1, 100, "", false);
            var epoch = Instant.EPOCH;
            var version = new StoredHost.Version(epoch, epoch, epoch, 1, 1, 1);
            return new StoredHost(id, id, source, version, Map.of(), keys, true);
        }

        private static UUID weak(long number) {
            return new UUID(WEAKEST, number);
        }

        private static UUID strong(long number) {
            return new UUID(0, number);
        }

        @Override
        public Collection<UUID> keys(StoredHost host) {
            return host.keys();
        }

        @Override
        public Map<UUID, Set<UUID>> holders(Collection<UUID> keys, int placeMax) {
            asked.add(placeMax);
            var holders = new HashMap<UUID, Set<UUID>>();
            for (var key : keys) {
                var number = key.getLeastSignificantBits();
                var first = key.getMostSignificantBits() == 0 ? 2 * number : number;
                if (key.getMostSignificantBits() <= placeMax) {
                    holders.put(key, hosts(first));
                }
            }
            return holders;
        }

        private static Set<UUID> hosts(long first) {
            var hosts = new HashSet<UUID>();
            for (var number = Math.max(first, 0); number < Math.min(first + 2, HOSTS); number++) {
                hosts.add(new UUID(0, number));
            }
            return hosts;
        }

        @Override
        public List<Decision> decisions(Collection<UUID> hosts) {
            return List.of();
        }
    }

    @Test
    void everyWalkLeavesMoreOutThanTheLast() throws SQLException {
        var chain = new Chain();

        var sets = Closure.of(chain, List.of(new UUID(0, 10)));

        assertThat(sets).hasSize(1);
        assertThat(sets.getFirst().hosts())
                .extracting(StoredHost::hostId)
                .containsExactlyInAnyOrder(new UUID(0, 10), new UUID(0, 11));
        assertThat(chain.asked).containsExactly(WEAKEST - 1, WEAKEST);
    }
}
