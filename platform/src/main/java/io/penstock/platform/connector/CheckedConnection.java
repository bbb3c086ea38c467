package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.SettingSpec;
import io.penstock.source.SettingSpec.Form;
import io.penstock.source.SourceDescriptor;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection's input after every rule: name and texts trimmed, URLs in one form, secrets apart.
 * {@code toString} leaves the values out.
 */
record CheckedConnection(
        String name, String description, Map<String, String> plain, Map<String, String> secret) {

    static final int NAME_MAX = 200;
    static final int DESCRIPTION_MAX = 2_000;
    static final int VALUE_MAX = 2_000;

    CheckedConnection {
        plain = Map.copyOf(plain);
        secret = Map.copyOf(secret);
    }

    /**
     * @param secretsKept true when a missing secret keeps the stored one (an edit)
     * @throws FaultException CONFIGURATION naming the first field that breaks a rule
     */
    static CheckedConnection of(
            NewConnection typed, SourceDescriptor connector, boolean secretsKept) {
        var name = within("Name", typed.name(), NAME_MAX);
        if (name.isEmpty()) {
            throw missing("Name");
        }
        var description = within("Description", typed.description(), DESCRIPTION_MAX);
        var atTheEngine = Custody.isAtTheEngine(typed.settings());
        refuseUnknown(typed, connector);
        var plain = new TreeMap<String, String>(Custody.kept(atTheEngine));
        var secret = new TreeMap<String, String>();
        for (var spec : connector.settings()) {
            var value = checked(spec, typed.settings().getOrDefault(spec.key(), ""));
            if (value.isEmpty()) {
                if (spec.required()
                        && !atTheEngine
                        && !(secretsKept && spec.form() == Form.SECRET)) {
                    throw missing(spec.label());
                }
            } else if (atTheEngine && spec.form() == Form.SECRET) {
                throw Custody.notHere(spec.label());
            } else {
                (spec.form() == Form.SECRET ? secret : plain).put(spec.key(), value);
            }
        }
        return new CheckedConnection(name, description, plain, secret);
    }

    private static String checked(SettingSpec spec, String typed) {
        var value = within(spec.label(), typed, VALUE_MAX);
        if (spec.form() == Form.CHOICE && !value.isEmpty() && !spec.choices().contains(value)) {
            throw refused(
                    "SETTING_CHOICE",
                    "'"
                            + spec.label()
                            + "' is '"
                            + value
                            + "', allowed are "
                            + String.join(", ", spec.choices())
                            + ".");
        }
        return spec.form() == Form.URL && !value.isEmpty()
                ? SettingUrl.normalise(spec.label(), value)
                : value;
    }

    private static String within(String label, String typed, int max) {
        var text = typed.strip();
        if (text.length() > max) {
            throw refused(
                    "SETTING_LENGTH",
                    "'" + label + "' has " + text.length() + " characters, at most " + max + ".");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw refused("SETTING_CHARACTER", "'" + label + "' holds a control character.");
        }
        return text;
    }

    private static void refuseUnknown(NewConnection typed, SourceDescriptor connector) {
        for (var key : typed.settings().keySet()) {
            if (!key.equals(Custody.KEY)
                    && connector.settings().stream().noneMatch(spec -> spec.key().equals(key))) {
                throw refused(
                        "SETTING_UNKNOWN", connector.label() + " has no setting '" + key + "'.");
            }
        }
    }

    private static FaultException missing(String label) {
        return refused("SETTING_MISSING", "'" + label + "' is required and is empty.");
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }

    @Override
    public String toString() {
        return "CheckedConnection[" + name + "]";
    }
}
