package io.penstock.platform.search;

import java.util.List;

/**
 * Assets by one of their properties.
 *
 * @param total how many groups there are, those included that are beyond the limit
 */
public record AssetGroups(AssetGroupBy by, List<Group> groups, long total) {

    public AssetGroups {
        groups = List.copyOf(groups);
    }

    /**
     * @param label what a person reads
     * @param query finds exactly these assets
     */
    public record Group(String label, long assets, String query) {}
}
