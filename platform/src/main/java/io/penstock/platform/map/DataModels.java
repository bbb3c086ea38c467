package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.schema.SourceModel;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.transform.ModelJson;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendors' source models, by connector (S-028, S-029). */
@Component
public class DataModels {

    private final Map<String, SourceModel> byConnector = new LinkedHashMap<>();

    DataModels(Catalogue catalogue) {
        for (var connector : catalogue.connectors()) {
            byConnector.put(connector.key(), ModelJson.of(connector).getFirst());
        }
    }

    public List<SourceModel> sources() {
        return List.copyOf(byConnector.values());
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public SourceModel named(String name) {
        return byConnector.values().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("named '" + name + "'"));
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public SourceModel source(String connector) {
        var model = byConnector.get(connector);
        if (model == null) {
            throw unknown("of connector '" + connector + "'");
        }
        return model;
    }

    private static FaultException unknown(String which) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "MODEL_UNKNOWN",
                "There is no data model " + which + ".",
                "GET /api/v1/models lists the known ones.");
    }
}
