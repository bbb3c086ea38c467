package io.penstock.platform.api;

import io.penstock.core.run.StreamKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.catalogue.PermissionRow;
import io.penstock.platform.catalogue.PermissionTables;
import io.penstock.source.SettingSpec;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The catalogue (S-001). */
@RestController
class ConnectorsController {

    private final Catalogue catalogue;
    private final PermissionTables permissions;

    ConnectorsController(Catalogue catalogue, PermissionTables permissions) {
        this.catalogue = catalogue;
        this.permissions = permissions;
    }

    /**
     * What a run reads, hosts first.
     *
     * @param kind {@code HOSTS} or {@code FINDINGS}
     */
    record StreamJson(String name, String label, StreamKind kind) {
        static StreamJson of(StreamSpec stream) {
            return new StreamJson(stream.name().text(), stream.label(), stream.kind());
        }
    }

    /**
     * @param streams what a run reads, hosts first
     * @param permissions what the vendor must allow, stream by stream
     */
    record ConnectorJson(
            String key,
            String label,
            String vendorName,
            String productName,
            String sourceLabel,
            String purpose,
            List<SettingSpec> settings,
            List<StreamJson> streams,
            List<PermissionRow> permissions) {

        static ConnectorJson of(SourceDescriptor connector, List<PermissionRow> permissions) {
            return new ConnectorJson(
                    connector.key(),
                    connector.label(),
                    connector.vendorName(),
                    connector.productName(),
                    connector.sourceLabel(),
                    connector.purpose(),
                    connector.settings(),
                    connector.streams().stream().map(StreamJson::of).toList(),
                    permissions);
        }
    }

    /**
     * The catalogue of connectors.
     *
     * @return all connectors
     */
    @GetMapping("/api/v1/connectors")
    List<ConnectorJson> all() {
        return catalogue.connectors().stream()
                .map(one -> ConnectorJson.of(one, permissions.of(one.key())))
                .toList();
    }
}
