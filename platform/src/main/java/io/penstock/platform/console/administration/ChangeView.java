package io.penstock.platform.console.administration;

import io.penstock.platform.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One field that an event changed, as texts.
 *
 * @param field its name; empty when the value has no fields
 */
public record ChangeView(String field, String before, String after) {

    private static final int SHOWN = 50;
    private static final int VALUE_MAX = 600;

    /** What is different, at most 50 fields. */
    static List<ChangeView> of(AuditEvent event) {
        var before = read(event.before());
        var after = read(event.after());
        if (before == null && after == null) {
            return List.of();
        }
        if (isNoObject(before) || isNoObject(after)) {
            return List.of(new ChangeView("", text(before), text(after)));
        }
        var names = new LinkedHashSet<String>();
        names.addAll(before == null ? List.of() : before.propertyNames());
        names.addAll(after == null ? List.of() : after.propertyNames());
        var changes = new ArrayList<ChangeView>();
        for (var name : names) {
            var was = text(before == null ? null : before.get(name));
            var is = text(after == null ? null : after.get(name));
            if (!was.equals(is) && changes.size() < SHOWN) {
                changes.add(new ChangeView(name, was, is));
            }
        }
        return changes;
    }

    private static boolean isNoObject(@Nullable JsonNode node) {
        return node != null && !node.isObject();
    }

    private static @Nullable JsonNode read(@Nullable String json) {
        return json == null ? null : JsonMapper.shared().readTree(json);
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "—";
        }
        var text = node.isString() ? node.asString() : node.toString();
        if (text.length() <= VALUE_MAX) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, VALUE_MAX / 2)) + "…";
    }
}
