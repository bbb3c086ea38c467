package io.penstock.platform.setting;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the process was told: every setting of the platform's own records of settings, and those
 * single ones that an operator asks for. Secrets are left out, and so is whatever looks like one.
 */
@Component
public class EffectiveSettings {

    /** Read one by one and not as part of a record. */
    private static final List<String> SINGLE =
            List.of(
                    "penstock.data",
                    "penstock.engine-image",
                    "server.address",
                    "server.port",
                    "server.max-http-request-header-size",
                    "server.servlet.session.timeout");

    private static final Pattern SECRET =
            Pattern.compile("(?i)password|secret|credential|private|token|passphrase");

    /** Milliseconds of the units, the longest first. */
    private static final Map<String, Long> UNITS = units();

    private static final String DEFAULT = "default";

    private final ListableBeanFactory beans;
    private final ConfigurableEnvironment environment;
    private final SourceWords sources;

    EffectiveSettings(ListableBeanFactory beans, ConfigurableEnvironment environment) {
        this.beans = beans;
        this.environment = environment;
        this.sources = new SourceWords(environment);
    }

    private static Map<String, Long> units() {
        var units = new LinkedHashMap<String, Long>();
        units.put("d", Duration.ofDays(1).toMillis());
        units.put("h", Duration.ofHours(1).toMillis());
        units.put("m", Duration.ofMinutes(1).toMillis());
        units.put("s", Duration.ofSeconds(1).toMillis());
        return units;
    }

    /** By key. */
    public List<EffectiveSetting> all() {
        var records =
                beans.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                        .filter(bean -> bean.getClass().isRecord())
                        .filter(bean -> bean.getClass().getName().startsWith("io.penstock."))
                        .flatMap(bean -> of(bean, prefix(bean.getClass())));
        var single = SINGLE.stream().map(this::single);
        return Stream.concat(records, single)
                .sorted(Comparator.comparing(EffectiveSetting::key))
                .toList();
    }

    private static String prefix(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation == null ? "" : annotation.value();
    }

    private Stream<EffectiveSetting> of(Object bean, String prefix) {
        var type = bean.getClass();
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        var components = type.getRecordComponents();
        return Stream.iterate(0, i -> i < components.length, i -> i + 1)
                .flatMap(i -> {
                    var name = DataObjectPropertyName.toDashedForm(components[i].getName());
                    var key = prefix + "." + name;
                    var value = value(bean, components[i]);
                    if (value != null && value.getClass().isRecord()) {
                        return of(value, key);
                    }
                    var standard = parameters[i].getAnnotation(DefaultValue.class);
                    return Stream.of(
                            shown(key, text(value), standard == null ? "" : joined(standard)));
                });
    }

    private EffectiveSetting single(String key) {
        return shown(key, environment.getProperty(key, ""), "");
    }

    private EffectiveSetting shown(String key, String value, String standard) {
        var source = sources.of(key);
        if (SECRET.matcher(key).find()) {
            return new EffectiveSetting(key, value.isEmpty() ? "not set" : "set", "", source);
        }
        // Defaults of the settings file in the jar stand nowhere else.
        var usual = standard.isEmpty() && source.equals(DEFAULT) ? plain(value) : standard;
        return new EffectiveSetting(key, plain(value), usual, source);
    }

    /** An address may carry a name, a password or a key of its owner's. */
    private static String plain(String value) {
        return value.contains("://")
                ? value.replaceAll("//[^/@]*@", "//").replaceAll("[?;].*", "?…")
                : value;
    }

    private static @Nullable Object value(Object bean, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("reading " + component, e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Duration duration -> written(duration);
            case DataSize size -> written(size);
            default -> value.toString();
        };
    }

    /** As an operator writes it: {@code 7d}, {@code 90s}. */
    private static String written(Duration duration) {
        var millis = duration.toMillis();
        for (var unit : UNITS.entrySet()) {
            if (millis % unit.getValue() == 0) {
                return millis / unit.getValue() + unit.getKey();
            }
        }
        return millis + "ms";
    }

    private static String written(DataSize size) {
        var bytes = size.toBytes();
        for (var unit : List.of("GB", "MB", "KB")) {
            var one = DataSize.parse("1" + unit).toBytes();
            if (bytes >= one && bytes % one == 0) {
                return bytes / one + unit;
            }
        }
        return bytes + "B";
    }

    private static String joined(DefaultValue standard) {
        return String.join(", ", Arrays.asList(standard.value()));
    }

    /** Where a value comes from. */
    private record SourceWords(ConfigurableEnvironment environment) {

        String of(String key) {
            var name = ConfigurationPropertyName.of(key);
            for (var source : ConfigurationPropertySources.get(environment)) {
                var found = source.getConfigurationProperty(name);
                if (found != null) {
                    return word(String.valueOf(source.getUnderlyingSource()));
                }
            }
            return DEFAULT;
        }

        private static String word(String source) {
            if (source.contains("commandLineArgs")) {
                return "command line";
            }
            if (source.contains("systemEnvironment")) {
                return "environment variable";
            }
            if (source.contains("systemProperties")) {
                return "system property";
            }
            return source.contains("class path resource") ? DEFAULT : "settings file";
        }
    }
}
