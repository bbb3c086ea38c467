package io.penstock.platform.bulk;

import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What somebody wants to decide of all findings that a query matches.
 *
 * @param scope FINDING decides each by itself; CVE_ON_ASSET the CVE of each on its asset; CVE that
 *     CVE wherever it is found
 * @param expected how many findings the person saw; null when nobody looked
 */
public record BulkOrder(
        String query,
        Kind kind,
        Scope scope,
        String reason,
        Instant until,
        @Nullable Long expected) {}
