package io.penstock.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.source.SettingSpec;
import io.penstock.source.SettingSpec.Form;
import io.penstock.wire.env.EngineSetting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine brings of a vendor's settings, by the vendor's own declaration. */
class CustodyTest {

    private static final SettingSpec PLACE = spec("harbour", Form.TEXT);
    private static final SettingSpec PIN = spec("pin", Form.SECRET);
    private static final SettingSpec OTHERS = spec("others", Form.SECRET);
    private static final Set<SettingSpec> DECLARED = Set.of(PLACE, PIN, OTHERS);

    @TempDir private Path folder;

    private static SettingSpec spec(String key, Form form) {
        return new SettingSpec(key, key, form, "", true);
    }

    @Test
    void readsWhatTheVendorsDeclareAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("pin"), "1234\n");
        var custody =
                Custody.read(
                        Map.of(
                                "source.harbour", " 'north' ",
                                "source.pin_FILE", file.toString(),
                                "source.others", "  ",
                                "source.client-id", "of no vendor here"),
                        DECLARED);
        assertThat(custody.settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of("harbour", "north", "pin", "1234"));
        assertThat(custody.secrets()).containsExactly("1234");
        assertThat(custody.toString()).contains("pin").doesNotContain("1234");
    }

    @Test
    void winsOverThePlatformForTheVendorsOwnKeysOnly() {
        var custody =
                Custody.read(Map.of("source.pin", "ours", "source.others", "not yours"), DECLARED);
        var fromPlatform = Map.of("pin", "theirs", "harbour", "south");
        assertThat(custody.over(List.of(PLACE, PIN), fromPlatform))
                .containsExactlyInAnyOrderEntriesOf(Map.of("pin", "ours", "harbour", "south"));
    }

    @Test
    void secretsAreWhatIsDeclaredSecretWhateverItsName() {
        var settings = new HashMap<>(Map.of("pin", "1234", "harbour", "key-secret"));
        assertThat(Custody.secrets(List.of(PLACE, PIN), settings)).containsExactly("1234");
    }

    @Test
    void aDeclaredKeyIsNotUnknown() {
        var environment = Map.of("source.pin", "1234", "source.harbour_FILE", "x");
        var keys = Custody.read(environment, DECLARED).keys();
        assertThat(EngineConfig.oddities(environment, keys))
                .singleElement()
                .asString()
                .contains("'source.harbour_FILE' is unknown")
                .contains("the nearest known one is source.harbour.");
    }

    @Test
    void theTableNamesTheUsualKeys() {
        var usual =
                Set.of(
                        spec("url", Form.URL),
                        spec("client-id", Form.TEXT),
                        spec("client-secret", Form.SECRET));
        for (var setting :
                List.of(
                        EngineSetting.SOURCE_URL,
                        EngineSetting.SOURCE_CLIENT_ID,
                        EngineSetting.SOURCE_CLIENT_SECRET)) {
            assertThat(Custody.read(Map.of(setting.key(), "good"), usual).settings())
                    .containsValue("good");
            var bad = Map.of(setting.key(), "x".repeat(4_001));
            assertThatThrownBy(() -> Custody.read(bad, usual))
                    .hasMessageContaining("The setting " + setting.key() + " has 4001 characters");
        }
    }
}
