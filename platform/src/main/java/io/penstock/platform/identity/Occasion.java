package io.penstock.platform.identity;

import io.penstock.platform.inventory.LoadContext;

import org.jspecify.annotations.Nullable;

/** Why hosts are identified anew. */
record Occasion(LoadContext context, Cause cause) {

    /** What may move a record to another asset. */
    enum Cause {
        RUN,
        DECISION,
        RULES,
        REMOVAL
    }

    static Occasion run(LoadContext context) {
        return new Occasion(context, Cause.RUN);
    }

    /** No run and no connection has to do with it. */
    static Occasion of(int tenantId, Cause cause) {
        return new Occasion(new LoadContext(tenantId, 0, 0), cause);
    }

    int tenantId() {
        return context.tenantId();
    }

    @Nullable Long runId() {
        return cause == Cause.RUN ? context.runId() : null;
    }
}
