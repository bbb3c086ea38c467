package io.penstock.platform.intake;

import java.util.UUID;

/** Who calls about which run: the tenant, and the lease that makes the run the caller's. */
record EngineCall(int tenantId, UUID run, UUID lease) {}
