package io.penstock.engine.config;

/** The environment file a person fills in (S-127), made from the table of settings. */
public final class EnvTemplate {

    private EnvTemplate() {}

    /** One commented line per setting; lines end with a line feed. */
    public static String text() {
        var text =
                new StringBuilder(
                        "# Penstock engine. Pass to: docker run --env-file <this file> <image>\n");
        text.append("# Write key=value without blanks around '='.\n");
        for (var setting : EngineSetting.values()) {
            text.append("\n# ").append(setting.help()).append(limits(setting)).append('\n');
            text.append(setting.key()).append('=').append(setting.sample()).append('\n');
        }
        return text.toString();
    }

    private static String limits(EngineSetting setting) {
        return setting.max() == 0
                ? ""
                : " "
                        + setting.min()
                        + " to "
                        + setting.max()
                        + ", default "
                        + setting.fallback()
                        + ".";
    }
}
