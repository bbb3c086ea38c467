package io.penstock.platform.identity;

import io.penstock.platform.inventory.FindingMoves;
import io.penstock.platform.score.ScoreDue;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;

/** Writes what identification came to: only what differs from before. */
@Component
class IdentityWrites {

    private final AssetStore assets;
    private final HostStore hosts;
    private final FindingMoves findings;
    private final IdentityLogs logs;
    private final Doubts doubts;

    IdentityWrites(
            AssetStore assets,
            HostStore hosts,
            FindingMoves findings,
            IdentityLogs logs,
            Doubts doubts) {
        this.assets = assets;
        this.hosts = hosts;
        this.findings = findings;
        this.logs = logs;
        this.doubts = doubts;
    }

    /** Findings move between the writing of their new assets and the deletion of the old ones. */
    int apply(Connection connection, Occasion occasion, Assignment found) throws SQLException {
        var tenantId = occasion.tenantId();
        var touched = found.touched();
        assets.write(connection, tenantId, touched);
        var moves = found.moves();
        if (!moves.isEmpty()) {
            findings.move(connection, occasion.context(), moves);
            hosts.move(connection, tenantId, moves);
            logs.moved(connection, occasion, found, moves);
        }
        assets.delete(connection, tenantId, found.emptied());
        doubts.renew(connection, tenantId, found);
        var all = new HashSet<UUID>(found.emptied());
        touched.forEach(asset -> all.add(asset.assetId()));
        ScoreDue.mark(connection, tenantId, all);
        return moves.size();
    }

    /** Nothing is said of records that are no more, but for what people decided. */
    void forget(Connection connection, Occasion occasion, Collection<UUID> gone)
            throws SQLException {
        doubts.forget(connection, occasion.tenantId(), gone);
        logs.forget(connection, occasion.tenantId(), gone);
    }
}
