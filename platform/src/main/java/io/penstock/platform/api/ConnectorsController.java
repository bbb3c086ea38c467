package io.penstock.platform.api;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.SettingSpec;
import io.penstock.source.SourceDescriptor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The catalogue (S-001). */
@RestController
class ConnectorsController {

    private final Catalogue catalogue;

    ConnectorsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record ConnectorJson(
            String key,
            String label,
            String vendorName,
            String productName,
            String sourceLabel,
            String purpose,
            List<SettingSpec> settings) {

        static ConnectorJson of(SourceDescriptor connector) {
            return new ConnectorJson(
                    connector.key(),
                    connector.label(),
                    connector.vendorName(),
                    connector.productName(),
                    connector.sourceLabel(),
                    connector.purpose(),
                    connector.settings());
        }
    }

    /**
     * The catalogue of connectors.
     *
     * @return all connectors
     */
    @GetMapping("/api/v1/connectors")
    List<ConnectorJson> all() {
        return catalogue.connectors().stream().map(ConnectorJson::of).toList();
    }
}
