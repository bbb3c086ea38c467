package io.penstock.platform.search;

import java.util.List;

/**
 * What an exported record says of its machine beside the name; empty where no source says it.
 *
 * @param externalAssetId the source's own id of it
 * @param ipAddresses IPv4 and IPv6, as text
 */
public record Machine(
        String operatingSystem,
        List<String> ipAddresses,
        List<String> macAddresses,
        String externalAssetId,
        String serialNumber,
        String manufacturer,
        AssetDetail.Identifiers identifiers) {

    public Machine {
        ipAddresses = List.copyOf(ipAddresses);
        macAddresses = List.copyOf(macAddresses);
    }
}
