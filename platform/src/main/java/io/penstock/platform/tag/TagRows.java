package io.penstock.platform.tag;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of tags themselves. */
@Component
class TagRows {

    private static final String SELECT =
            """
            select t.tag_id, t.tag_uuid, t.name, t.criticality, t.internet_facing, t.created_by,
                t.created_at, t.changed_by, t.changed_at,
                (select count(*) from asset_tag x where x.tenant_id = t.tenant_id
                    and x.tag_id = t.tag_id and x.origin = 'HAND') as assets
            from tag t where t.tenant_id = :tenant
            """;

    private static final String INSERT =
            """
            insert into tag (tenant_id, tag_uuid, name, criticality, internet_facing, created_by,
                created_at, changed_by, changed_at)
            values (:tenant, :uuid, :name, :criticality, :facing, :by, :at, :by, :at)
            """;

    private static final String UPDATE =
            """
            update tag set name = :name, criticality = :criticality, internet_facing = :facing,
                changed_by = :by, changed_at = :at
            where tenant_id = :tenant and tag_uuid = :uuid
            """;

    private static final String OF_ASSET =
            """
            select distinct on (lower(t.name)) t.tag_uuid, t.name, t.criticality, t.internet_facing,
                case x.origin when 'SUGGESTED' then x.source else '' end as source, x.added_by,
                x.added_at
            from asset_source s
            join asset_tag x on x.tenant_id = s.tenant_id and x.host_id = s.host_id
            join tag t on t.tenant_id = x.tenant_id and t.tag_id = x.tag_id
            where s.tenant_id = ? and s.asset_id = ?
            order by lower(t.name), x.origin, x.added_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TagRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Tag> all(int tenantId) {
        return jdbc.sql(SELECT + " order by lower(t.name)")
                .param("tenant", tenantId)
                .query((row, _) -> tag(row))
                .list();
    }

    /** Only the tags of the page are counted. */
    List<Tag> page(int tenantId, String after, int limit) {
        return jdbc.sql(
                        SELECT
                                + " and lower(t.name) > lower(:after)"
                                + " order by lower(t.name) limit :limit")
                .param("tenant", tenantId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> tag(row))
                .list();
    }

    Optional<Tag> find(int tenantId, UUID uuid) {
        return jdbc.sql(SELECT + " and t.tag_uuid = :uuid")
                .param("tenant", tenantId)
                .param("uuid", uuid)
                .query((row, _) -> tag(row))
                .optional();
    }

    int count(int tenantId) {
        return jdbc.sql("select count(*) from tag where tenant_id = ?")
                .param(tenantId)
                .query(Integer.class)
                .single();
    }

    void insert(int tenantId, UUID uuid, Tag.Label label, String by) {
        write(INSERT, tenantId, uuid, label, by);
    }

    void update(int tenantId, UUID uuid, Tag.Label label, String by) {
        write(UPDATE, tenantId, uuid, label, by);
    }

    private void write(String sql, int tenantId, UUID uuid, Tag.Label label, String by) {
        jdbc.sql(sql)
                .param("tenant", tenantId)
                .param("uuid", uuid)
                .param("name", label.name())
                .param("criticality", label.criticality())
                .param("facing", label.internetFacing())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void delete(int tenantId, UUID uuid) {
        jdbc.sql("delete from tag where tenant_id = ? and tag_uuid = ?")
                .params(tenantId, uuid)
                .update();
    }

    /** By name; one that a person put there hides a suggestion of it. */
    List<AssignedTag> ofAsset(int tenantId, UUID asset) {
        return jdbc.sql(OF_ASSET)
                .params(tenantId, asset)
                .query((row, _) ->
                        new AssignedTag(
                                row.getObject("tag_uuid", UUID.class),
                                label(row),
                                row.getString("source"),
                                row.getString("added_by"),
                                row.getTimestamp("added_at").toInstant()))
                .list();
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(
                row.getObject("tag_uuid", UUID.class),
                label(row),
                row.getLong("assets"),
                new Tag.Audit(
                        row.getString("created_by"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()));
    }

    private static Tag.Label label(ResultSet row) throws SQLException {
        return new Tag.Label(
                row.getString("name"),
                row.getObject("criticality", Integer.class),
                row.getBoolean("internet_facing"));
    }
}
