package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.score.AssetScores;
import io.penstock.platform.search.AssetCounts;
import io.penstock.platform.search.AssetDetail;
import io.penstock.platform.search.AssetGroupBy;
import io.penstock.platform.search.AssetGroups;
import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.AssetRow;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.ResultPage;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Assets by name (S-078 to S-082). */
@RestController
class AssetsController {

    private final AssetSearch assets;
    private final AssetCounts counts;
    private final AssetScores scores;

    AssetsController(AssetSearch assets, AssetCounts counts, AssetScores scores) {
        this.assets = assets;
        this.counts = counts;
        this.scores = scores;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     * @param count of all matching assets, bounded; {@code exact} says whether it is all of them
     */
    record AssetsJson(List<AssetRow> rows, @Nullable String next, long count, boolean exact) {

        static AssetsJson of(ResultPage<AssetRow> page) {
            return new AssetsJson(
                    page.rows(), page.next().orElse(null), page.count(), page.exact());
        }
    }

    /**
     * @param score why the asset has the score it has; null until it is scored for the first time
     */
    record AssetJson(
            AssetRow asset,
            @Nullable ScoreJson score,
            String externalAssetId,
            String serialNumber,
            String manufacturer,
            List<String> macAddresses,
            AssetDetail.Identifiers identifiers,
            List<AssetDetail.Source> sources) {

        static AssetJson of(AssetDetail detail, @Nullable ScoreJson score) {
            return new AssetJson(
                    detail.row(),
                    score,
                    detail.externalAssetId(),
                    detail.serialNumber(),
                    detail.manufacturer(),
                    detail.macAddresses(),
                    detail.identifiers(),
                    detail.sources());
        }
    }

    /**
     * Assets that match a query, by name or in another order.
     *
     * @param order what they are sorted by, and whether it rises
     * @return one page
     */
    @GetMapping("/api/v1/assets")
    AssetsJson find(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "NAME_ASC") AssetOrder order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return AssetsJson.of(assets.find(caller.tenantId(), query, order, after, limit));
    }

    /**
     * How the matching assets split up by one property, the largest groups first.
     *
     * @param by what they are grouped by
     */
    @GetMapping("/api/v1/assets/counts")
    AssetGroups counts(
            Caller caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam AssetGroupBy by,
            @RequestParam(defaultValue = "20") int limit) {
        return counts.groups(caller.tenantId(), query, by, limit);
    }

    /**
     * Everything of one asset.
     *
     * @return the asset
     */
    @GetMapping("/api/v1/assets/{id}")
    AssetJson one(Caller caller, @PathVariable UUID id) {
        return assets.get(caller.tenantId(), id)
                .map(detail -> AssetJson.of(detail, score(caller, detail.row().id())))
                .orElseThrow(() -> unknown(id));
    }

    private @Nullable ScoreJson score(Caller caller, UUID asset) {
        return scores.find(caller.tenantId(), asset)
                .map(stored -> ScoreJson.ofAsset(stored.score()))
                .orElse(null);
    }

    static FaultException unknown(UUID id) {
        return new FaultException(
                FaultKind.NOT_FOUND, "ASSET_UNKNOWN", "There is no asset " + id + ".", "");
    }
}
