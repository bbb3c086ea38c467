package io.penstock.engine.config;

import io.penstock.core.value.Shown;
import io.penstock.wire.env.EngineSetting;
import io.penstock.wire.env.PlainEnv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of the environment: which are ours, and which were probably meant to be. */
final class EnvKeys {

    private static final int FOLDED_MAX = 80;
    private static final int NAMED_MAX = 20;

    /** A name without dots is an ordinary variable unless it is this close to one of ours. */
    private static final int SLIP = 2;

    private final Set<String> known = new HashSet<>();

    /**
     * @param vendors the keys that the vendors at hand read
     */
    EnvKeys(Set<String> vendors) {
        known.addAll(vendors);
        for (var setting : EngineSetting.values()) {
            known.add(setting.key());
            setting.fileKey().ifPresent(known::add);
        }
    }

    List<String> oddities(Map<String, String> environment) {
        var plain = PlainEnv.of(environment);
        var odd = new ArrayList<String>();
        new TreeSet<>(plain.values().keySet())
                .stream()
                        .filter(name -> !known.contains(name))
                        .filter(this::meantForUs)
                        .limit(NAMED_MAX)
                        .forEach(name -> odd.add(unknown(name)));
        if (set(plain, EngineSetting.EXIT_WHEN_DONE) && set(plain, EngineSetting.CRON_EXPRESSION)) {
            odd.add(
                    "The setting "
                            + EngineSetting.EXIT_WHEN_DONE.key()
                            + " has no effect after a run beside "
                            + EngineSetting.CRON_EXPRESSION.key()
                            + ": an engine with a schedule stays up.");
        }
        if (set(plain, EngineSetting.ENROLMENT_TOKEN) && set(plain, EngineSetting.USERNAME)) {
            odd.add(
                    "The setting "
                            + EngineSetting.ENROLMENT_TOKEN.key()
                            + " has no effect beside "
                            + EngineSetting.USERNAME.key()
                            + ": the engine signs in as that user and makes no key of its own.");
        }
        return odd;
    }

    private static boolean set(PlainEnv environment, EngineSetting setting) {
        return Stream.concat(Stream.of(setting.key()), setting.fileKey().stream())
                .anyMatch(key -> !environment.value(key).isEmpty());
    }

    private boolean meantForUs(String name) {
        return name.contains(".") || distance(name, nearest(name)) <= SLIP;
    }

    private String unknown(String name) {
        return "The setting '"
                + SettingValues.shown(name)
                + "' is unknown and has no effect; the nearest known one is "
                + nearest(name)
                + ".";
    }

    private String nearest(String name) {
        return known.stream()
                .min(
                        Comparator.comparingInt((String ours) -> distance(name, ours))
                                .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Levenshtein's distance; letter case and the kind of divider do not count. */
    private static int distance(String a, String b) {
        var from = folded(a);
        var to = folded(b);
        var row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= from.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String folded(String name) {
        return Shown.cut(name, FOLDED_MAX).toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
