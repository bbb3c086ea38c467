package io.penstock.platform.quarantine;

import java.time.Instant;
import java.util.UUID;

/**
 * How many rejected records one run has in quarantine.
 *
 * @param run that read them from the vendor: the one to replay
 */
public record RunCount(
        UUID run, UUID connection, String connectionName, Instant openedAt, long records) {}
