package io.penstock.wire.env;

import java.util.List;
import java.util.Map;

/**
 * The environment file a person fills in (S-117, S-127), made from the table of settings: required
 * keys first, each with what it does; what has a default stands as a comment.
 */
public final class EnvTemplate {

    private static final List<EngineSetting> FIRST =
            List.of(
                    EngineSetting.API_URL,
                    EngineSetting.CUSTOMER,
                    EngineSetting.CONNECTION,
                    EngineSetting.PROFILE,
                    EngineSetting.USERNAME,
                    EngineSetting.PASSWORD,
                    EngineSetting.THREADS,
                    EngineSetting.CRON_EXPRESSION,
                    EngineSetting.PROXY_ENABLED);

    private EnvTemplate() {}

    /** The empty template; lines end with a line feed. */
    public static String text() {
        return text(List.of(), Map.of());
    }

    /**
     * @param about lines for the head of the file, without their {@code #}
     * @param known values to fill in
     */
    public static String text(List<String> about, Map<EngineSetting, String> known) {
        var text = new StringBuilder();
        about.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("# Pass this file to: docker run --env-file <this file> <image>\n");
        text.append("# A line is key=value. Blanks around a value are dropped.\n");
        for (var setting : EngineSetting.values()) {
            append(text, setting, known.getOrDefault(setting, setting.fallback()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, EngineSetting setting, String value) {
        text.append("\n# ").append(setting.help()).append('\n');
        if (!setting.allowed().isEmpty()) {
            text.append("# Allowed: ").append(setting.allowed()).append(".\n");
        }
        setting.fileKey()
                .ifPresent(key -> text.append("# Or ").append(key).append("=<path of a file>\n"));
        text.append(FIRST.contains(setting) ? "" : "#");
        text.append(setting.key()).append('=').append(value).append('\n');
    }
}
