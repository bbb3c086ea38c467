package io.penstock.platform.inventory;

import io.penstock.platform.score.ScoreDue;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * The one place that hears which assets have other records or values than before, in the
 * transaction that changed them. What is computed from an asset is marked as due from here.
 */
@Component
public class AssetsTouched {

    /**
     * @param assets ids of assets that were made, changed, or taken away
     */
    public void touched(Connection connection, int tenantId, Collection<UUID> assets)
            throws SQLException {
        ScoreDue.mark(connection, tenantId, assets);
    }
}
