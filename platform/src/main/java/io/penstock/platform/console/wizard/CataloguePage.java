package io.penstock.platform.console.wizard;

import io.penstock.core.schema.SourceModel;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.catalogue.PermissionRow;
import io.penstock.platform.catalogue.PermissionTables;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapVersion;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;
import io.penstock.source.SettingSpec.Form;
import io.penstock.source.SourceDescriptor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;

/** The catalogue: a card for each connector with what it can do (S-001). */
@Controller
class CataloguePage {

    private final Catalogue catalogue;
    private final PermissionTables permissions;
    private final DataModels models;
    private final TransformMaps maps;
    private final Connections connections;

    CataloguePage(
            Catalogue catalogue,
            PermissionTables permissions,
            DataModels models,
            TransformMaps maps,
            Connections connections) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.models = models;
        this.maps = maps;
        this.connections = connections;
    }

    /**
     * What a card shows.
     *
     * @param attributes of the source model, over all streams
     * @param maps those that came with the connector
     * @param sealed labels of the settings that are kept sealed
     */
    public record Card(
            SourceDescriptor connector,
            List<PermissionRow> permissions,
            SourceModel model,
            int attributes,
            List<MapVersion> maps,
            List<String> sealed,
            long connections) {}

    @GetMapping("/connectors")
    String show(Caller caller, Model model) {
        var present = connections.all(caller.tenantId());
        model.addAttribute(
                "cards",
                catalogue.connectors().stream()
                        .map(connector -> card(caller, connector, present))
                        .toList());
        return "wizard/connectors";
    }

    private Card card(Caller caller, SourceDescriptor connector, List<Connection> present) {
        var source = models.source(connector.key());
        return new Card(
                connector,
                permissions.of(connector.key()),
                source,
                source.streams().stream().mapToInt(stream -> stream.attributes().size()).sum(),
                maps.choices(caller.tenantId(), connector.key()).stream()
                        .filter(MapVersion::system)
                        .toList(),
                connector.settings().stream()
                        .filter(spec -> spec.form() == Form.SECRET)
                        .map(spec -> spec.label())
                        .toList(),
                present.stream().filter(one -> one.connectorKey().equals(connector.key())).count());
    }
}
