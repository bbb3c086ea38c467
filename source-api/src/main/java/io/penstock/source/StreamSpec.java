package io.penstock.source;

import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;

import java.util.List;
import java.util.Map;

/**
 * One stream of a vendor: where its records lie in a page and which of their fields tell who they
 * are. Plain data; the platform transforms pages with it and never runs vendor code.
 *
 * @param records path of the array of records in a page, such as {@code resources}
 * @param recordKey the vendor's own id of a record; never parsed, never empty
 * @param hostKeys where the host's join key is looked for, in order; the first that is present wins
 * @param hostKeyScope a field whose value is cut off the front of a host key (with one following
 *     underscore), because parent tenants prefix ids with it; see the vendor page, section 4.3
 * @param changedAt the vendor's timestamp of the record's last change: the newest record wins
 * @param hostFallback for a finding stream: target attribute of the asset → path in the finding's
 *     record, used to build a minimal asset when the host itself was never reported (B-15)
 */
public record StreamSpec(
        StreamName name,
        StreamKind kind,
        String label,
        FieldPath records,
        FieldPath recordKey,
        List<FieldPath> hostKeys,
        FieldPath hostKeyScope,
        FieldPath changedAt,
        Map<String, FieldPath> hostFallback) {

    public StreamSpec {
        hostKeys = List.copyOf(hostKeys);
        hostFallback = Map.copyOf(hostFallback);
        if (hostKeys.isEmpty()) {
            throw new IllegalArgumentException("stream '" + name + "' names no host key");
        }
    }
}
