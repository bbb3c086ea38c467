package io.penstock.platform.console.wizard;

import io.penstock.platform.connector.ConnectionScope;
import io.penstock.source.SettingSpec;
import io.penstock.source.SettingSpec.Form;
import io.penstock.source.SourceDescriptor;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Reads the form of the first step; a secret that is left empty stays as it was typed before. */
@Component
class BasicFields {

    private static final String SETTING = "setting.";
    private static final String FORGET = "forget.";
    private static final String CUSTODY = "custody";

    private final DraftSecrets secrets;

    BasicFields(DraftSecrets secrets) {
        this.secrets = secrets;
    }

    Draft read(Draft draft, SourceDescriptor connector, Map<String, String> fields) {
        var settings = new HashMap<String, String>();
        var sealed = new HashMap<String, SealedText>();
        var custody = fields.getOrDefault(CUSTODY, "");
        if (!custody.isEmpty()) {
            settings.put(CUSTODY, custody);
        }
        for (var spec : connector.settings()) {
            var typed = fields.getOrDefault(SETTING + spec.key(), "");
            if (spec.form() != Form.SECRET) {
                settings.put(spec.key(), typed);
            } else if (custody.isEmpty()) {
                keep(draft, spec, typed, fields.containsKey(FORGET + spec.key()), sealed);
            }
        }
        return draft.with(
                new Basics(
                        connector.key(),
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("description", ""),
                        ConnectionScope.of(
                                fields.getOrDefault("findings", ""),
                                fields.getOrDefault("assets", ""),
                                fields.getOrDefault("direction", "")),
                        settings,
                        sealed));
    }

    private void keep(
            Draft draft,
            SettingSpec spec,
            String typed,
            boolean forget,
            Map<String, SealedText> sealed) {
        var before = draft.basics().secrets().get(spec.key());
        if (!typed.isBlank()) {
            sealed.put(spec.key(), secrets.seal(draft.id(), spec.key(), typed));
        } else if (before != null && !forget) {
            sealed.put(spec.key(), before);
        }
    }
}
