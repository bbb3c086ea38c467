package io.penstock.platform.inventory;

import io.penstock.core.transform.TargetRecord;

import java.time.Instant;
import java.util.UUID;

/**
 * One vendor's word on one host.
 *
 * @param hostId a function of connection and host key; see ADR 0006
 * @param recordKey the vendor's own id of the record
 * @param changedAt the vendor's time of the last change; the epoch when it did not say
 */
public record MappedHost(
        int index, UUID hostId, String recordKey, Instant changedAt, TargetRecord target) {}
