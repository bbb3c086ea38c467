package io.penstock.platform.search;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything the inventory says of one asset.
 *
 * @param row what a list shows of it, its open findings by severity included
 * @param sources what each source says, newest first
 */
public record AssetDetail(
        AssetRow row,
        String externalAssetId,
        String serialNumber,
        String manufacturer,
        List<String> macAddresses,
        Identifiers identifiers,
        List<Source> sources) {

    public AssetDetail {
        macAddresses = List.copyOf(macAddresses);
        sources = List.copyOf(sources);
    }

    /**
     * What tells the machine apart; empty where no source says it.
     *
     * @param origins attribute → the record that its value comes from, when there are several
     */
    public record Identifiers(
            String fqdn,
            String hardwareUuid,
            String cloudInstanceId,
            String cloudProvider,
            Map<String, UUID> origins) {

        public Identifiers {
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        }
    }

    /**
     * One source's record of the asset.
     *
     * @param recordKey the source's own key of it
     * @param attributes as mapped, name → text; lists and objects as JSON text
     * @param changedAt by the vendor's own timestamp
     * @param minimal made from what a finding said of its host
     * @param record the id of the record, by which decisions on identity name it
     * @param trust the lower, the more its values count
     */
    public record Source(
            String connection,
            UUID connectionUuid,
            String sourceLabel,
            String recordKey,
            Map<String, String> attributes,
            Instant changedAt,
            boolean minimal,
            UUID record,
            int trust) {

        public Source {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }
}
