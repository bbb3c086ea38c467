package io.penstock.platform.identity;

import io.penstock.core.identity.Decision;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How a {@link Walk} gets from host to host: as things are, or as they would be. */
interface Neighbours {

    /** The place of the weakest rule there are keys of. */
    int weakest();

    List<StoredHost> load(Collection<UUID> hosts) throws SQLException;

    Collection<UUID> keys(StoredHost host);

    /** Who carries the keys; more than {@link HostKeys#HOLDERS_MAX} stand for too many. */
    Map<UUID, Set<UUID>> holders(Collection<UUID> keys, int placeMax) throws SQLException;

    List<Decision> decisions(Collection<UUID> hosts) throws SQLException;
}
