package io.penstock.platform.export;

import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of JSON objects on their way to a stream. What says nothing is not written: neither empty
 * texts nor objects and lists that nothing was put into. Texts are kept but for the character NUL
 * and halves of characters, which get the stand-in that they get when they are stored.
 *
 * <p>Several objects in a row stand on a line each.
 */
final class JsonMembers {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .rootValueSeparator("\n")
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    // A file that was not written to its end must not look as if it had been.
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .build();

    private final JsonGenerator json;
    private final List<Level> open = new ArrayList<>();

    /** How many of the open levels stand on the stream. */
    private int written;

    /** An object or a list that has been begun; without a name in a list and at the root. */
    private record Level(@Nullable String name, boolean list) {}

    JsonMembers(OutputStream out) {
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /**
     * Does some writing.
     *
     * @throws IOException when the stream below fails
     */
    void write(Runnable step) throws IOException {
        try {
            step.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Begins an object that is the value of a member. */
    void object(String name) {
        open.add(new Level(name, false));
    }

    /** Begins an object in a list, or at the root. */
    void object() {
        open.add(new Level(null, false));
    }

    void list(String name) {
        open.add(new Level(name, true));
    }

    /** Puts what has been begun on the stream, even when nothing follows. */
    void begin() {
        while (written < open.size()) {
            var level = open.get(written);
            if (level.name() != null) {
                json.writeName(level.name());
            }
            if (level.list()) {
                json.writeStartArray();
            } else {
                json.writeStartObject();
            }
            written++;
        }
    }

    /** Ends the object or list begun last. */
    void end() {
        var last = open.removeLast();
        if (written <= open.size()) {
            return;
        }
        written--;
        if (last.list()) {
            json.writeEndArray();
        } else {
            json.writeEndObject();
        }
    }

    void text(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            begin(name);
            json.writeString(Shown.clean(value));
        }
    }

    void number(String name, @Nullable Integer value) {
        if (value != null) {
            number(name, value.longValue());
        }
    }

    void number(String name, long value) {
        begin(name);
        json.writeNumber(value);
    }

    void decimal(String name, @Nullable BigDecimal value) {
        if (value != null) {
            begin(name);
            json.writeNumber(value);
        }
    }

    /** In milliseconds since 1970. */
    void millis(String name, @Nullable Instant value) {
        if (value != null) {
            number(name, value.toEpochMilli());
        }
    }

    void flag(String name, boolean value) {
        begin(name);
        json.writeBoolean(value);
    }

    void texts(String name, List<String> values) {
        list(name);
        values.forEach(this::item);
        end();
    }

    /** A text in a list. */
    void item(String value) {
        if (!value.isEmpty()) {
            begin();
            json.writeString(Shown.clean(value));
        }
    }

    /**
     * Puts whole objects into the list that is open, one after another.
     *
     * @param objects JSON objects in a row
     */
    void copy(InputStream objects) {
        begin();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), objects)) {
            while (parser.nextToken() != null) {
                json.copyCurrentStructure(parser);
            }
        }
    }

    /** Ends the line of the last object. */
    void line() {
        json.writeRaw('\n');
    }

    void flush() {
        json.flush();
    }

    private void begin(String name) {
        begin();
        json.writeName(name);
    }
}
