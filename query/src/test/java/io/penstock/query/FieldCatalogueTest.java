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

        assertThatThrownBy(() ->
                        new FieldCatalogue(List.of(name, host), List.of(), Map.of(), List.of()))
                .hasMessage("two fields are named HOST");
    }

    @Test
    void everyPartBeforeADotIsAGroup() {
        var catalogue =
                new FieldCatalogue(List.of(field("a.b.c", "x.y")), List.of(), Map.of(), List.of());

        assertThat(catalogue.group("A")).isTrue();
        assertThat(catalogue.group("a.B")).isTrue();
        assertThat(catalogue.group("x")).isTrue();
        assertThat(catalogue.group("a.b.c")).isFalse();
    }

    @Test
    void namesTheNearestFieldOnlyWhenItIsNear() {
        var catalogue =
                new FieldCatalogue(
                        List.of(field("finding.severity")), List.of(), Map.of(), List.of());

        assertThat(catalogue.nearest("severty", "")).contains("finding.severity");
        assertThat(catalogue.nearest("finding.svrty", "")).contains("finding.severity");
        assertThat(catalogue.nearest("hostname", "")).isEmpty();
        assertThat(catalogue.nearest("finding.severty", "FINDING")).contains("finding.severity");
        assertThat(catalogue.nearest("asset.severity", "asset")).isEmpty();
    }

    @Test
    void knowsWhyANameIsNoField() {
        var catalogue =
                new FieldCatalogue(
                        List.of(field("a.b")),
                        List.of(),
                        Map.of(),
                        List.of(
                                new UnavailableField("a.c", "it is not kept", "a.b"),
                                new UnavailableField("d.*", "it is not told", "")));

        assertThat(catalogue.unavailable("A.C")).get().extracting("instead").isEqualTo("a.b");
        assertThat(catalogue.unavailable("d.e.f")).isPresent();
        assertThat(catalogue.unavailable("D")).isPresent();
        assertThat(catalogue.unavailable("a.cc")).isEmpty();
        assertThat(catalogue.unavailable("dd.e")).isEmpty();
    }

    @Test
    void refusesAReasonThatSaysNothing() {
        assertThatThrownBy(() -> new UnavailableField("a", " ", ""))
                .hasMessage("an unavailable field has a name and a reason");
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
