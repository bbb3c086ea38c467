package io.penstock.platform.security;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/**
 * The tenants; the first one is made at the first start. A tenant's {@code customerUuid} is what an
 * engine calls it by (S-129).
 */
@Component
public class Tenants implements InitializingBean {

    private static final String FIRST = "default";

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two processes that start on one empty database agree on one tenant: the lower number. */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql(
                        """
                        insert into tenant (customer_uuid, name)
                        select ?, ? where not exists (select 1 from tenant)
                        """)
                .params(UUID.randomUUID(), FIRST)
                .update();
    }

    /** The ids of all tenants, oldest first. */
    public List<Integer> all() {
        return jdbc.sql("select tenant_id from tenant order by tenant_id")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    public UUID customerUuid(int tenantId) {
        return jdbc.sql("select customer_uuid from tenant where tenant_id = ?")
                .param(tenantId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    public String name(int tenantId) {
        return jdbc.sql("select name from tenant where tenant_id = ?")
                .param(tenantId)
                .query((row, number) -> row.getString(1))
                .single();
    }

    int first() {
        return all().getFirst();
    }
}
