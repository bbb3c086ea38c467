package io.penstock.platform.console.wizard;

import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.TransformMaps;

import org.springframework.stereotype.Component;

import java.util.List;

/** The transform maps that a profile of a connector may have. */
@Component
class MapChoices {

    /** More than a list is good for; the page of maps has a search. */
    static final int SHOWN = 200;

    private final TransformMaps maps;

    MapChoices(TransformMaps maps) {
        this.maps = maps;
    }

    /** The newest version of each, the connector's own first. */
    List<MapVersion> of(int tenantId, String connector) {
        return maps.list(tenantId, new MapFilter(connector, null, ""), "", SHOWN);
    }
}
