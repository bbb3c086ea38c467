package io.penstock.engine.config;

import java.util.UUID;

/** What a run works on (S-129 to S-131). */
public record Target(UUID customer, UUID connection, UUID profile) {}
