package io.penstock.platform.console.map;

import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.transform.MapJson;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** The newest versions of the vendors' own maps, read. */
@Component
class SuppliedMaps {

    /** More maps than vendors bring; a page shows no more of them. */
    private static final int MAPS_MAX = 20;

    private final TransformMaps maps;

    SuppliedMaps(TransformMaps maps) {
        this.maps = maps;
    }

    /**
     * @param connector whose maps, or null for all
     */
    List<ModelView.Supplied> of(int tenantId, @Nullable String connector) {
        var filter = new MapFilter(connector, true, "");
        return maps.list(tenantId, filter, "", MAPS_MAX).stream()
                .map(listed -> maps.require(tenantId, listed.map(), listed.version()))
                .flatMap(map ->
                        MapJson.parse(map.body()).draft().stream()
                                .map(draft -> new ModelView.Supplied(map, draft)))
                .toList();
    }
}
