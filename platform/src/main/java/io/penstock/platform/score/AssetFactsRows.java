package io.penstock.platform.score;

import io.penstock.core.score.AssetFacts;
import io.penstock.core.score.AssetTag;
import io.penstock.core.score.Criticality;
import io.penstock.core.score.Exposure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the scores of assets are made from. */
@Component
class AssetFactsRows {

    /** Tags hang on the source records that make up an asset; a mere suggestion does not count. */
    private static final String TAGS =
            """
            select s.asset_id, t.name, t.criticality, t.internet_facing
            from asset_source s
            join asset_tag x on x.tenant_id = s.tenant_id and x.host_id = s.host_id
            join tag t on t.tenant_id = x.tenant_id and t.tag_id = x.tag_id
            where s.tenant_id = :tenant and s.asset_id in (:assets) and x.origin = 'HAND'
            """;

    private final JdbcClient jdbc;
    private final OpenFindings findings;

    AssetFactsRows(JdbcClient jdbc, OpenFindings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * @param whole false when some vulnerability of it has no score yet, so that the facts are not
     *     all there
     */
    record Read(UUID assetId, AssetFacts facts, boolean whole) {}

    List<Read> of(int tenantId, Collection<UUID> assets) {
        var counted = findings.of(tenantId, assets);
        var tags = tags(tenantId, assets);
        var read = new ArrayList<Read>();
        for (var asset : assets) {
            var open = counted.getOrDefault(asset, OpenFindings.Counted.NOTHING);
            var own = tags.getOrDefault(asset, List.of());
            var facts = new AssetFacts(open.totals(), Criticality.of(own), Exposure.of(own));
            read.add(new Read(asset, facts, open.whole()));
        }
        return read;
    }

    private Map<UUID, List<AssetTag>> tags(int tenantId, Collection<UUID> assets) {
        var tags = new HashMap<UUID, List<AssetTag>>();
        if (!assets.isEmpty()) {
            jdbc.sql(TAGS)
                    .param("tenant", tenantId)
                    .param("assets", assets)
                    .query(row -> {
                        tags.computeIfAbsent(
                                        row.getObject("asset_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new AssetTag(
                                                row.getString("name"),
                                                row.getObject("criticality", Integer.class),
                                                row.getBoolean("internet_facing")));
                    });
        }
        return tags;
    }
}
