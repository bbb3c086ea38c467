package io.penstock.platform.openapi;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Maps, lists and scalars as YAML, always in the same form: in one line where it fits. */
final class YamlText {

    private static final int WIDTH = 100;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z/$][\\w./$-]*(?: [A-Za-z0-9(][\\w./$()-]*)*");
    private static final Pattern PROSE =
            Pattern.compile("[A-Za-z/][\\w./$;,()'`{}-]*(?: [A-Za-z0-9(`'][\\w./$;,()'`{}-]*)*");
    private static final Pattern WORD = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(Map<String, Object> root) {
        var yaml = new YamlText();
        yaml.map(root, 0);
        return yaml.text.toString();
    }

    private void map(Map<String, Object> map, int indent) {
        map.forEach((key, value) -> {
            text.repeat(" ", indent).append(scalar(key, PROSE)).append(':');
            value(value, indent, key.length() + 2);
        });
    }

    private void value(@Nullable Object value, int indent, int before) {
        var line = line(value);
        var small = !(value instanceof Map || value instanceof List);
        if (small) {
            text.append(' ').append(scalar(value, PROSE)).append('\n');
        } else if (indent + before + line.length() <= WIDTH) {
            text.append(' ').append(line).append('\n');
        } else if (value instanceof List<?> list) {
            text.append('\n');
            list.forEach(element -> element(element, indent + 2));
        } else {
            text.append('\n');
            map(Words.asMap(value), indent + 2);
        }
    }

    private void element(Object element, int indent) {
        var start = text.length();
        if (element instanceof Map && indent + 2 + line(element).length() > WIDTH) {
            map(Words.asMap(element), indent + 2);
            text.setCharAt(start + indent, '-');
        } else {
            text.repeat(" ", indent).append('-');
            value(element, indent, 2);
        }
    }

    private static String line(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry ->
                                    scalar(entry.getKey(), PLAIN) + ": " + line(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream().map(YamlText::line).collect(Collectors.joining(", ", "[", "]"));
            case null, default -> scalar(value, PLAIN);
        };
    }

    private static String scalar(@Nullable Object value, Pattern plain) {
        if (!(value instanceof String written)) {
            return String.valueOf(value);
        }
        return plain.matcher(written).matches() && !WORD.matcher(written).matches()
                ? written
                : JsonMapper.shared().writeValueAsString(written);
    }
}
