package io.penstock.platform.console.quarantine;

import io.penstock.core.value.Shown;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * A stored record for a person to read.
 *
 * @param bytes how long it is as the vendor sent it
 * @param text laid out in lines, names and values as they came; the start of a very long one
 * @param cut true when the text is not all of it
 */
public record RawText(int bytes, String text, boolean cut) {

    private static final int TEXT_MAX = 200_000;

    static RawText of(byte[] stored) {
        var text = laidOut(stored);
        return new RawText(stored.length, Shown.cut(text, TEXT_MAX), text.length() > TEXT_MAX);
    }

    /**
     * Token by token, so that a name that comes twice and every digit of a number stay; no further
     * than a person is shown, because deep nesting makes the lines many times as long.
     */
    private static String laidOut(byte[] stored) {
        var out = new StringWriter();
        var json = JsonMapper.shared();
        try (var from = json.createParser(stored);
                var to = json.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            while (out.getBuffer().length() <= TEXT_MAX && from.nextToken() != null) {
                to.copyCurrentEventExact(from);
            }
        } catch (JacksonException e) {
            return new String(stored, StandardCharsets.UTF_8);
        }
        return out.toString();
    }
}
