package io.penstock.platform.catalogue;

import io.penstock.platform.catalogue.PermissionRow.Permission;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The permissions that each connector needs, as the list {@code permissions} of its data model says
 * (S-010 to S-015). A connector without that list has an empty table.
 */
@Component
public final class PermissionTables {

    private final Map<String, List<PermissionRow>> byConnector = new HashMap<>();

    PermissionTables(Catalogue catalogue) {
        catalogue
                .connectors()
                .forEach(connector -> byConnector.put(connector.key(), read(connector)));
    }

    /**
     * One row for each stream that needs any, in the connector's order.
     *
     * @param connector the catalogue's key
     */
    public List<PermissionRow> of(String connector) {
        return byConnector.getOrDefault(connector, List.of());
    }

    static List<PermissionRow> read(SourceDescriptor connector) {
        var trees = connector.dataModels().stream().map(JsonMapper.shared()::readTree).toList();
        return connector.streams().stream()
                .map(stream -> row(stream, trees))
                .filter(row -> !row.permissions().isEmpty())
                .toList();
    }

    private static PermissionRow row(StreamSpec stream, List<JsonNode> models) {
        var permissions = new ArrayList<Permission>();
        for (var model : models) {
            for (var node : model.path("permissions")) {
                if (node.path("stream").asString("").equals(stream.name().text())) {
                    permissions.add(
                            new Permission(
                                    node.path("name").asString(""),
                                    node.path("purpose").asString(""),
                                    node.path("required").asBoolean(true)));
                }
            }
        }
        return new PermissionRow(stream.label(), permissions);
    }
}
