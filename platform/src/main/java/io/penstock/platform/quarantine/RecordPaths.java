package io.penstock.platform.quarantine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.catalogue.Catalogue;

import org.springframework.stereotype.Component;

/** Where the records are in the pages of a connector's streams. */
@Component
class RecordPaths {

    private final Catalogue catalogue;

    RecordPaths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @throws FaultException NOT_FOUND for a stream that the connector does not have
     */
    FieldPath of(String connector, String stream) {
        return catalogue.find(connector).stream()
                .flatMap(known -> known.streams().stream())
                .filter(known -> known.name().text().equals(stream))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "RECORD_UNKNOWN",
                                "The connector has no stream '" + stream + "'.",
                                ""))
                .records();
    }
}
