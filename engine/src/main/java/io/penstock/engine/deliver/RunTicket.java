package io.penstock.engine.deliver;

import java.util.UUID;

/** A run and the lease that proves it is ours. */
public record RunTicket(UUID run, UUID lease) {}
