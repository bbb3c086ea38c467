package io.penstock.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.run.StreamKind;
import io.penstock.source.SettingSpec;
import io.penstock.source.VendorSource;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.ServiceLoader;

/** What a vendor says about itself must be complete enough for the catalogue and the form. */
public interface DescriptorContract extends VendorTrial {

    @Test
    default void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(VendorSource.class))
                .anyMatch(found -> found.getClass().equals(source().getClass()));
    }

    @Test
    default void saysTheSameEveryTime() {
        assertThat(source().descriptor()).isEqualTo(source().descriptor());
    }

    @Test
    default void everySettingHasALabelAndTellsHowToObtainItsValue() {
        assertThat(source().descriptor().settings())
                .isNotEmpty()
                .allSatisfy(setting -> {
                    assertThat(setting.key()).matches("[a-z][a-z0-9-]{0,39}");
                    assertThat(setting.label()).isNotBlank();
                    assertThat(setting.help()).hasSizeGreaterThan(20);
                });
    }

    @Test
    default void atLeastOneSettingIsASecret() {
        assertThat(source().descriptor().settings())
                .extracting(SettingSpec::form)
                .contains(SettingSpec.Form.SECRET);
    }

    @Test
    default void hostsComeBeforeFindings() {
        var kinds = source().descriptor().streams().stream().map(s -> s.kind()).toList();
        assertThat(kinds).contains(StreamKind.HOSTS).isSorted();
    }

    @Test
    default void modelsAndMapsAreJsonObjectsWithRowsForEveryStream() {
        var json = JsonMapper.shared();
        var descriptor = source().descriptor();
        assertThat(descriptor.dataModels())
                .isNotEmpty()
                .allMatch(text -> json.readTree(text).isObject());
        for (var map : descriptor.transformMaps()) {
            var streams = json.readTree(map).path("rows").findValuesAsString("stream");
            for (var stream : descriptor.streams()) {
                assertThat(streams).contains(stream.name().text());
            }
        }
    }
}
