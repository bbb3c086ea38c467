package io.penstock.platform.map;

import io.penstock.core.transform.MapCheck;
import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.TransformMap;
import io.penstock.platform.transform.LinearPatterns;
import io.penstock.platform.transform.MapJson;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a map against the connector's source model and the target model, all at once. */
@Component
class MapChecks {

    private final DataModels models;
    private final MapCheck check = new MapCheck(new LinearPatterns());

    MapChecks(DataModels models) {
        this.models = models;
    }

    /**
     * What a check found.
     *
     * @param map the map, when nothing is wrong that would keep it from working
     */
    record Checked(Optional<TransformMap> map, List<MapFault> faults) {}

    /**
     * @param file the text of the map's file
     */
    Checked of(String connector, String file) {
        var parsed = MapJson.parse(file);
        var faults = new ArrayList<>(parsed.faults());
        if (parsed.draft().isEmpty()) {
            return new Checked(Optional.empty(), faults);
        }
        var checked = check.check(parsed.draft().get(), models.source(connector));
        faults.addAll(checked.faults());
        return new Checked(
                faults.stream().anyMatch(MapFault::error) ? Optional.empty() : checked.map(),
                faults);
    }
}
