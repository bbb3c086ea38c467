package io.penstock.platform.export;

/** OCSF's numbers for our severities 1 minimal to 5 urgent, which say the same. */
final class OcsfSeverity {

    private OcsfSeverity() {}

    static void write(JsonMembers json, int severity) {
        json.number("severity_id", severity >= 1 && severity <= 5 ? severity : 0L);
        json.text("severity", caption(severity));
    }

    private static String caption(int severity) {
        return switch (severity) {
            case 1 -> "Informational";
            case 2 -> "Low";
            case 3 -> "Medium";
            case 4 -> "High";
            case 5 -> "Critical";
            default -> "Unknown";
        };
    }
}
