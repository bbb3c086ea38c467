package io.penstock.platform.console.wizard;

import java.util.Map;

/** Reads the fields of a profile from a form. */
final class ProfileFields {

    private ProfileFields() {}

    /**
     * @param prefix what the names of its fields begin with, such as {@code p0.}
     */
    static DraftProfile read(Map<String, String> fields, String prefix) {
        return new DraftProfile(
                text(fields, prefix + "name"),
                text(fields, prefix + "description"),
                text(fields, prefix + "map"),
                text(fields, prefix + "version"),
                !text(fields, prefix + "status").equals("Inactive"),
                fields.containsKey(prefix + "retain"),
                text(fields, prefix + "share"),
                text(fields, prefix + "count"),
                text(fields, prefix + "floor"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
