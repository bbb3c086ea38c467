package io.penstock.platform.inventory;

/** Whose page is loaded: the tenant, its connection and the run that brought it. */
public record LoadContext(int tenantId, int connectionId, long runId) {}
