package io.penstock.source;

import java.util.List;

/**
 * What a vendor package brings, as data (S-001, S-023, S-028): the catalogue entry, the settings
 * form, the streams and the JSON texts of its data models and transform maps.
 *
 * @param key stable, lower case, such as {@code crowdstrike-onprem}
 * @param label the catalogue's name, such as {@code CrowdStrike OnPrem Connector}
 * @param vendorName such as {@code CrowdStrike} (B-45)
 * @param productName such as {@code Spotlight}; the value of finding.vendorProductName (B-45)
 * @param sourceLabel such as {@code CrowdStrike Spotlight}; the value of inventory.source (B-45)
 * @param purpose one or two sentences for the catalogue
 * @param settings what a connection asks for, in form order
 * @param streams what a run reads, hosts first
 * @param dataModels JSON texts of the source data models
 * @param transformMaps JSON texts of the system maps; the first is the default
 */
public record SourceDescriptor(
        String key,
        String label,
        String vendorName,
        String productName,
        String sourceLabel,
        String purpose,
        List<SettingSpec> settings,
        List<StreamSpec> streams,
        List<String> dataModels,
        List<String> transformMaps) {

    public SourceDescriptor {
        settings = List.copyOf(settings);
        streams = List.copyOf(streams);
        dataModels = List.copyOf(dataModels);
        transformMaps = List.copyOf(transformMaps);
        if (streams.isEmpty() || transformMaps.isEmpty()) {
            throw new IllegalArgumentException(
                    "vendor '" + key + "' needs at least one stream and one transform map");
        }
    }
}
