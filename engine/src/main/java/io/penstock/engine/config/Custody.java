package io.penstock.engine.config;

import io.penstock.source.SettingSpec;
import io.penstock.wire.env.EngineSetting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of the vendor that this engine brings itself, so that the platform need not store them
 * (B-30): each stands in the environment as {@code source.} and the key its vendor declares.
 *
 * @param declared what the vendors at hand ask for
 * @param settings what was set, by the vendor's own key, such as {@code client-id}
 */
public record Custody(Set<SettingSpec> declared, Map<String, String> settings) {

    private static final String PREFIX = "source.";

    public Custody {
        declared = Set.copyOf(declared);
        settings = Map.copyOf(settings);
    }

    /**
     * @throws io.penstock.core.fault.FaultException CONFIGURATION when a value is too long, or a
     *     secret's file cannot be read
     */
    public static Custody read(Map<String, String> environment, Set<SettingSpec> declared) {
        var values = new SettingValues(environment);
        var settings = new LinkedHashMap<String, String>();
        for (var spec : declared) {
            var key = PREFIX + spec.key();
            var value = isSecret(spec) ? values.secretOrFile(key) : values.text(key);
            if (!value.isEmpty()) {
                settings.put(spec.key(), value);
            }
        }
        return new Custody(declared, settings);
    }

    private static boolean isSecret(SettingSpec spec) {
        return spec.form() == SettingSpec.Form.SECRET;
    }

    /** The environment's keys that may be set for the vendors at hand. */
    public Set<String> keys() {
        return declared.stream()
                .flatMap(spec -> {
                    var key = PREFIX + spec.key();
                    return isSecret(spec)
                            ? Stream.of(key, key + EngineSetting.FILE_SUFFIX)
                            : Stream.of(key);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was set and is secret. */
    public List<String> secrets() {
        return secrets(declared, settings);
    }

    /** Those of a vendor's settings that it declares secret. */
    public static List<String> secrets(
            Collection<SettingSpec> declared, Map<String, String> settings) {
        return declared.stream()
                .filter(Custody::isSecret)
                .map(spec -> settings.getOrDefault(spec.key(), ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * The platform's settings with ours in their place.
     *
     * @param vendor what the vendor asks for; ours of other vendors are left out
     */
    public Map<String, String> over(
            Collection<SettingSpec> vendor, Map<String, String> fromPlatform) {
        var all = new HashMap<>(fromPlatform);
        for (var spec : vendor) {
            var ours = settings.get(spec.key());
            if (ours != null) {
                all.put(spec.key(), ours);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "Custody" + settings.keySet();
    }
}
