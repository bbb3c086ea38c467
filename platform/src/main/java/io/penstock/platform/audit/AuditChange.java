package io.penstock.platform.audit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a request changed.
 *
 * @param before JSON; null when there was nothing
 * @param after JSON; null when there is nothing any more
 */
record AuditChange(String action, String object, @Nullable String before, @Nullable String after) {

    /** Longer values say only that they are. */
    private static final int VALUE_MAX = 20_000;

    private static final String TOO_LONG = "{\"leftOut\":\"longer than 20,000 characters\"}";

    static AuditChange of(
            String action, Object object, @Nullable Object before, @Nullable Object after) {
        var deed = new AuditDeed(action, "", object.toString(), "");
        return new AuditChange(deed.action(), deed.object(), json(before), json(after));
    }

    private static @Nullable String json(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = JsonMapper.shared().writeValueAsString(value);
        return text.length() > VALUE_MAX ? TOO_LONG : text;
    }
}
