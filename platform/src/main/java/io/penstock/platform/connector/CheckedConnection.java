package io.penstock.platform.connector;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.source.SettingSpec;
import io.penstock.source.SettingSpec.Form;
import io.penstock.source.SourceDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection's input after every rule: name and texts trimmed, URLs in one form, secrets apart.
 * {@code toString} leaves the values out.
 */
record CheckedConnection(
        String name,
        String description,
        Map<String, String> plain,
        Map<String, String> secret,
        ConnectionScope scope) {

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
        var name = name(typed);
        var description = description(typed);
        var atTheEngine = Custody.isAtTheEngine(typed.settings());
        refuseUnknown(typed, connector);
        var plain = new TreeMap<String, String>(Custody.kept(atTheEngine));
        var secret = new TreeMap<String, String>();
        for (var spec : connector.settings()) {
            var value = value(spec, typed, atTheEngine, secretsKept);
            if (!value.isEmpty()) {
                (spec.form() == Form.SECRET ? secret : plain).put(spec.key(), value);
            }
        }
        return new CheckedConnection(name, description, plain, secret, typed.scope());
    }

    /** All that is wrong with a new connection, each field by itself. */
    static List<Fault> faults(NewConnection typed, SourceDescriptor connector) {
        var faults = new ArrayList<Fault>();
        note(faults, () -> name(typed));
        note(faults, () -> description(typed));
        note(faults, () -> refuseUnknown(typed, connector));
        note(
                faults,
                () -> {
                    var atTheEngine = Custody.isAtTheEngine(typed.settings());
                    connector
                            .settings()
                            .forEach(spec ->
                                    note(faults, () -> value(spec, typed, atTheEngine, false)));
                });
        return List.copyOf(faults);
    }

    private static void note(List<Fault> faults, Runnable check) {
        try {
            check.run();
        } catch (FaultException e) {
            faults.add(e.fault());
        }
    }

    private static String name(NewConnection typed) {
        return EnteredText.required("Name", typed.name(), NAME_MAX);
    }

    private static String description(NewConnection typed) {
        return EnteredText.within("Description", typed.description(), DESCRIPTION_MAX);
    }

    /** The value in its one form; empty when it is left out and may be. */
    private static String value(
            SettingSpec spec, NewConnection typed, boolean atTheEngine, boolean secretsKept) {
        var value = checked(spec, typed.settings().getOrDefault(spec.key(), ""));
        var secret = spec.form() == Form.SECRET;
        if (value.isEmpty() && spec.required() && !atTheEngine && !(secretsKept && secret)) {
            throw EnteredText.missing(spec.label());
        }
        if (!value.isEmpty() && atTheEngine && secret) {
            throw Custody.notHere(spec.label());
        }
        return value;
    }

    private static String checked(SettingSpec spec, String typed) {
        var value = EnteredText.within(spec.label(), typed, VALUE_MAX);
        if (spec.form() == Form.CHOICE && !value.isEmpty() && !spec.choices().contains(value)) {
            throw EnteredText.refused(
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

    private static void refuseUnknown(NewConnection typed, SourceDescriptor connector) {
        for (var key : typed.settings().keySet()) {
            if (!key.equals(Custody.KEY)
                    && connector.settings().stream().noneMatch(spec -> spec.key().equals(key))) {
                throw EnteredText.refused(
                        "SETTING_UNKNOWN", connector.label() + " has no setting '" + key + "'.");
            }
        }
    }

    @Override
    public String toString() {
        return "CheckedConnection[" + name + "]";
    }
}
