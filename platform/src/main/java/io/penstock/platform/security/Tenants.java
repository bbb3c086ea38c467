package io.penstock.platform.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** The tenants. A tenant's {@code customerUuid} is what an engine calls it by (S-129). */
@Component
public class Tenants {

    private static final String FIRST = "default";

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of all tenants. */
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

    /** The first tenant's id; makes it when there is none. */
    int first() {
        return all().stream()
                .findFirst()
                .orElseGet(() ->
                        jdbc.sql(
                                        """
                                        insert into tenant (customer_uuid, name)
                                        values (?, ?) returning tenant_id
                                        """)
                                .params(UUID.randomUUID(), FIRST)
                                .query((row, number) -> row.getInt(1))
                                .single());
    }
}
