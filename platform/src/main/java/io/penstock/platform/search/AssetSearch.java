package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Assets by name. */
@Component
public class AssetSearch {

    /**
     * @param query text of the query language; blank means all
     * @param after a {@link ResultPage#next()} of the same query, or null for the first page
     * @param limit 1 to 500
     */
    public ResultPage<AssetRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        throw new UnsupportedOperationException(query + after + limit + tenantId);
    }

    public Optional<AssetDetail> get(int tenantId, UUID assetId) {
        throw new UnsupportedOperationException(tenantId + " " + assetId);
    }
}
