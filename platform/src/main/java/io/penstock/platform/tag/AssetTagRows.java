package io.penstock.platform.tag;

import io.penstock.platform.score.ScoreDue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** The SQL of tags on assets. */
@Component
class AssetTagRows {

    /** A person's word takes a suggestion over; a suggestion never changes a person's word. */
    private static final String ADD =
            """
            insert into asset_tag (tenant_id, host_id, tag_id, origin, source, added_by, added_at)
            select t.tenant_id, h.host_id, t.tag_id, :origin, :source, :by, :at
            from tag t, (
                select distinct on (s.asset_id) s.host_id from asset_source s
                where s.tenant_id = :tenant and s.asset_id in (:assets)
                order by s.asset_id, s.host_id = s.asset_id desc, s.host_id) h
            where t.tenant_id = :tenant and t.tag_uuid = :tag
            on conflict (tenant_id, host_id, tag_id) do update set origin = excluded.origin,
                source = excluded.source, added_by = excluded.added_by,
                added_at = excluded.added_at
            where asset_tag.origin = 'SUGGESTED' and excluded.origin = 'HAND'
            """;

    private static final String REMOVE =
            """
            delete from asset_tag x using tag t, asset_source s
            where t.tenant_id = :tenant and t.tag_uuid = :tag and x.tenant_id = t.tenant_id
              and x.tag_id = t.tag_id and s.tenant_id = x.tenant_id and s.host_id = x.host_id
              and s.asset_id in (:assets)
            """;

    private static final String KNOWN =
            """
            select count(distinct s.asset_id) from asset_source s
            where s.tenant_id = :tenant and s.asset_id in (:assets)
            """;

    private static final String MARK_ALL =
            """
            insert into score_due (tenant_id, asset_id)
            select distinct s.tenant_id, s.asset_id from tag t
            join asset_tag x on x.tenant_id = t.tenant_id and x.tag_id = t.tag_id
            join asset_source s on s.tenant_id = x.tenant_id and s.host_id = x.host_id
            where t.tenant_id = ? and t.tag_uuid = ? and x.origin = 'HAND'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AssetTagRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param suggestedBy the source that suggests it; empty for a person's own word
     */
    int add(int tenantId, UUID tag, Collection<UUID> assets, String suggestedBy, String by) {
        return jdbc.sql(ADD)
                .param("tenant", tenantId)
                .param("tag", tag)
                .param("assets", assets)
                .param("origin", suggestedBy.isEmpty() ? "HAND" : "SUGGESTED")
                .param("source", suggestedBy)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    int remove(int tenantId, UUID tag, Collection<UUID> assets) {
        return jdbc.sql(REMOVE)
                .param("tenant", tenantId)
                .param("tag", tag)
                .param("assets", assets)
                .update();
    }

    int known(int tenantId, Collection<UUID> assets) {
        return jdbc.sql(KNOWN)
                .param("tenant", tenantId)
                .param("assets", assets)
                .query(Integer.class)
                .single();
    }

    void mark(int tenantId, Collection<UUID> assets) {
        ScoreDue.mark(jdbc, tenantId, assets);
    }

    /** All assets with the tag are due. */
    void markAll(int tenantId, UUID tag) {
        jdbc.sql(MARK_ALL).params(tenantId, tag).update();
    }
}
