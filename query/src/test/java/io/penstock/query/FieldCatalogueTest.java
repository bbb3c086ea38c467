package io.penstock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class FieldCatalogueTest {

    @Test
    void refusesTwoFieldsOfOneName() {
        var name = field("asset.name", "host");
        var host = field("HOST");

        assertThatThrownBy(() -> new FieldCatalogue(List.of(name, host), List.of(), Map.of()))
                .hasMessage("two fields are named HOST");
    }

    @Test
    void everyPartBeforeADotIsAGroup() {
        var catalogue = new FieldCatalogue(List.of(field("a.b.c", "x.y")), List.of(), Map.of());

        assertThat(catalogue.group("A")).isTrue();
        assertThat(catalogue.group("a.B")).isTrue();
        assertThat(catalogue.group("x")).isTrue();
        assertThat(catalogue.group("a.b.c")).isFalse();
    }

    @Test
    void namesTheNearestFieldOnlyWhenItIsNear() {
        var catalogue = new FieldCatalogue(List.of(field("finding.severity")), List.of(), Map.of());

        assertThat(catalogue.nearest("severty")).contains("finding.severity");
        assertThat(catalogue.nearest("finding.svrty")).contains("finding.severity");
        assertThat(catalogue.nearest("hostname")).isEmpty();
    }

    private static QueryField field(String name, String... aliases) {
        return QueryField.of(
                        name,
                        FieldType.TEXT,
                        new QueryField.FieldHelp("A sample.", name + ":*"),
                        SqlShape.column("x"))
                .alias(aliases);
    }
}
