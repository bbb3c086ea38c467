package io.penstock.engine.config;

import io.penstock.wire.env.EngineSetting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the environment: which are ours, and which were probably meant to be. */
final class EnvKeys {

    private static final int SHOWN_MAX = 80;
    private static final int NAMED_MAX = 20;

    /** A name without dots is an ordinary variable unless it is this close to one of ours. */
    private static final int SLIP = 2;

    private static final Set<String> KNOWN =
            Arrays.stream(EngineSetting.values())
                    .flatMap(s -> Stream.concat(Stream.of(s.key()), s.fileKey().stream()))
                    .collect(Collectors.toUnmodifiableSet());

    private EnvKeys() {}

    /** The environment under names without the asterisks of bold print (B-22). */
    static Map<String, String> plain(Map<String, String> environment) {
        var plain = new HashMap<String, String>();
        environment.forEach((name, value) -> plain.putIfAbsent(withoutBold(name), value));
        environment.forEach((name, value) -> {
            if (KNOWN.contains(name)) {
                plain.put(name, value);
            }
        });
        return Map.copyOf(plain);
    }

    private static String withoutBold(String name) {
        return name.strip().replaceAll("^\\*+", "");
    }

    static List<String> oddities(Map<String, String> environment) {
        var plain = plain(environment);
        var odd = new ArrayList<String>();
        new TreeSet<>(plain.keySet())
                .stream()
                        .filter(name -> !KNOWN.contains(name))
                        .filter(EnvKeys::meantForUs)
                        .limit(NAMED_MAX)
                        .forEach(name -> odd.add(unknown(name)));
        if (set(plain, EngineSetting.EXIT_WHEN_DONE) && set(plain, EngineSetting.CRON_EXPRESSION)) {
            odd.add(
                    "The setting "
                            + EngineSetting.EXIT_WHEN_DONE.key()
                            + " has no effect beside "
                            + EngineSetting.CRON_EXPRESSION.key()
                            + ": an engine with a schedule stays up.");
        }
        return odd;
    }

    private static boolean set(Map<String, String> environment, EngineSetting setting) {
        return !environment.getOrDefault(setting.key(), "").isBlank();
    }

    private static boolean meantForUs(String name) {
        return name.contains(".") || distance(name, nearest(name)) <= SLIP;
    }

    private static String unknown(String name) {
        var shown = name.replaceAll("\\p{Cntrl}", "?");
        return "The setting '"
                + (shown.length() > SHOWN_MAX ? shown.substring(0, SHOWN_MAX) + "…" : shown)
                + "' is unknown and has no effect; the nearest known one is "
                + nearest(name)
                + ".";
    }

    private static String nearest(String name) {
        return KNOWN.stream()
                .min(
                        Comparator.comparingInt((String known) -> distance(name, known))
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
        var cut = name.length() > SHOWN_MAX ? name.substring(0, SHOWN_MAX) : name;
        return cut.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
