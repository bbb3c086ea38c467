package io.penstock.platform.transform;

import io.penstock.core.transform.MapFault;
import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the members of one object of a map's file, and notes each that is not as it must be. */
final class MapMembers {

    private final int row;
    private final JsonNode node;
    private final List<MapFault> faults;

    MapMembers(int row, JsonNode node, Set<String> known, List<MapFault> faults) {
        this.row = row;
        this.node = node;
        this.faults = faults;
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                var sentence = "Member '%s' is not known; remove it.".formatted(Shown.of(name));
                faults.add(MapFault.error(row, Shown.of(name), "MEMBER_UNKNOWN", sentence));
            }
        }
    }

    String text(String name) {
        var value = node.get(name);
        if (value != null && value.isString()) {
            return value.stringValue();
        }
        wrong(name, value, "a text");
        return "";
    }

    @Nullable String textOrNull(String name) {
        return absent(name) ? null : text(name);
    }

    int whole(String name) {
        var value = node.get(name);
        if (value != null && value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        wrong(name, value, "a whole number");
        return 0;
    }

    boolean flag(String name) {
        var value = node.get(name);
        if (value != null && value.isBoolean()) {
            return value.booleanValue();
        }
        if (!absent(name)) {
            wrong(name, value, "true or false");
        }
        return false;
    }

    List<String> texts(String name) {
        var found = new ArrayList<String>();
        for (var value : list(name)) {
            if (value.isString()) {
                found.add(value.stringValue());
            } else {
                wrong(name, value, "a list of texts");
            }
        }
        return found;
    }

    /** The elements of a list; none when it is missing. */
    List<JsonNode> list(String name) {
        if (absent(name)) {
            return List.of();
        }
        var value = node.get(name);
        if (value.isArray()) {
            return List.copyOf(value.values());
        }
        wrong(name, value, "a list");
        return List.of();
    }

    /** Texts, numbers and flags by name; none when it is missing. */
    Map<String, String> words(String name) {
        if (absent(name)) {
            return Map.of();
        }
        var value = node.get(name);
        if (!value.isObject()) {
            wrong(name, value, "an object of texts");
            return Map.of();
        }
        return words(name, value, Set.of());
    }

    /** The scalar members of an object, as text. */
    Map<String, String> words(String name, JsonNode object, Set<String> except) {
        var words = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(member -> {
                    if (except.contains(member.getKey())) {
                        return;
                    }
                    if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                        words.put(member.getKey(), member.getValue().asString());
                    } else {
                        wrong(name + "." + Shown.of(member.getKey()), member.getValue(), "a text");
                    }
                });
        return words;
    }

    void wrong(String name, @Nullable JsonNode value, String wanted) {
        var seen = value == null ? "is missing" : "is '" + Shown.of(value.toString()) + "'";
        var sentence = "Member '%s' %s; it must be %s.".formatted(name, seen, wanted);
        faults.add(MapFault.error(row, name, "MEMBER_INVALID", sentence));
    }

    private boolean absent(String name) {
        var value = node.get(name);
        return value == null || value.isNull();
    }
}
