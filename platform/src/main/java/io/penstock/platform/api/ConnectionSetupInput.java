package io.penstock.platform.api;

import io.penstock.platform.api.ProfilesController.ProfileInput;
import io.penstock.platform.api.RuleJson.ChoiceInput;
import io.penstock.platform.closing.ClosingSettings;
import io.penstock.platform.connector.ConnectionScope;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.setup.ConnectionSetup;
import io.penstock.platform.setup.ProfileSetup;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The body that makes a connection; all of it is stored, or nothing.
 *
 * @param scope what it brings in, and which way; none for what there is today
 * @param profiles none for one profile named Default with the connector's default map
 * @param rules the whole order of the identification rules; a rule that it does not name is off;
 *     none to follow the system's order
 */
record ConnectionSetupInput(
        @Nullable String name,
        @Nullable String description,
        @Nullable String connector,
        @Nullable Map<String, @Nullable String> settings,
        @Nullable ScopeInput scope,
        @Nullable List<@Nullable ProfileInput> profiles,
        @Nullable List<@Nullable ChoiceInput> rules) {

    /** Refused for its missing name, as every profile without one. */
    private static final ProfileInput NOTHING = new ProfileInput(null, null, null, null, null);

    /**
     * What is left out is what there is today.
     *
     * @param findings today only {@code VULNERABILITY}
     * @param assets today only {@code HOST_ASSET}
     * @param direction today only {@code IMPORT}
     */
    record ScopeInput(
            @Nullable String findings, @Nullable String assets, @Nullable String direction) {

        ConnectionScope typed() {
            return ConnectionScope.of(text(findings), text(assets), text(direction));
        }
    }

    ConnectionSetup typed() {
        var plain = new ConnectionInput(name, description, connector, settings).typed("");
        var connection =
                new NewConnection(
                        plain.connector(),
                        plain.name(),
                        plain.description(),
                        plain.settings(),
                        scope == null ? ConnectionScope.HOST_VULNERABILITIES : scope.typed());
        return new ConnectionSetup(
                connection, wanted(), rules == null ? List.of() : RuleJson.choices(rules));
    }

    private List<ProfileSetup> wanted() {
        var wanted = new ArrayList<ProfileSetup>();
        for (var profile : profiles == null ? List.<@Nullable ProfileInput>of() : profiles) {
            var typed = profile == null ? NOTHING.typed() : profile.typed();
            wanted.add(new ProfileSetup(typed, ClosingSettings.DEFAULT));
        }
        return wanted;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "ConnectionSetupInput[" + name + "]";
    }
}
