package io.penstock.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class PermissionTablesTest {

    @Test
    void groupsThePermissionsByStreamInTheConnectorsOrder() {
        var table =
                PermissionTables.read(
                        connector(
                                """
                                {"permissions": [
                                  {"name": "Flaws", "stream": "flaws", "purpose": "read flaws"},
                                  {"name": "Groups", "stream": "boxes", "required": false},
                                  {"name": "Other", "stream": "none"}]}
                                """));

        assertThat(table).extracting(PermissionRow::stream).containsExactly("Boxes", "Flaws");
        assertThat(table.getFirst().permissions().getFirst().required()).isFalse();
        assertThat(table.getLast().permissions())
                .containsExactly(new PermissionRow.Permission("Flaws", "read flaws", true));
    }

    @Test
    void isEmptyWhereTheModelListsNone() {
        assertThat(PermissionTables.read(connector("{\"streams\": []}"))).isEmpty();
    }

    private static SourceDescriptor connector(String model) {
        return new SourceDescriptor(
                "example",
                "Example",
                "Vendor",
                "Product",
                "Vendor Product",
                "",
                List.of(),
                List.of(
                        stream("boxes", "Boxes", StreamKind.HOSTS),
                        stream("flaws", "Flaws", StreamKind.FINDINGS)),
                List.of(model),
                List.of("{}"));
    }

    private static StreamSpec stream(String name, String label, StreamKind kind) {
        var id = FieldPath.parse("id");
        return new StreamSpec(
                new StreamName(name),
                kind,
                label,
                FieldPath.parse("records"),
                id,
                List.of(id),
                id,
                id,
                Map.of());
    }
}
