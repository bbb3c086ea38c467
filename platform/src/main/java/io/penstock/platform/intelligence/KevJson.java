package io.penstock.platform.intelligence;

import io.penstock.platform.text.SaidText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** The catalogue as JSON, read entry by entry. One thread. */
final class KevJson {

    private static final int VERSION_MAX = 40;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(100_000)
                                    .maxNameLength(1_000)
                                    .maxNestingDepth(20)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final ListRows rows;
    private final Map<String, String> head = new HashMap<>();
    private long entries = -1;

    private KevJson(JsonParser parser, ListRows rows) {
        this.parser = parser;
        this.rows = rows;
    }

    static ListVersion read(InputStream text, ListRows rows) throws IOException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new KevJson(parser, rows).read();
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw KevFile.bad(
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    "is no JSON: " + BadFile.shown(String.valueOf(e.getOriginalMessage())));
        }
    }

    private ListVersion read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw KevFile.bad(line(), "does not begin with an object");
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            if (name.equals("vulnerabilities") && token == JsonToken.START_ARRAY) {
                entries();
            } else if (token.isScalarValue()) {
                head.put(name, String.valueOf(parser.getValueAsString()));
            } else {
                parser.skipChildren();
            }
        }
        return version();
    }

    private void entries() throws IOException {
        entries = Math.max(0, entries);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var line = line();
            var entry = new HashMap<String, String>();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var token = parser.nextToken();
                if (KevFile.FIELDS.contains(name) && token == JsonToken.VALUE_STRING) {
                    entry.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
            KevFile.add(line, entry, rows);
            entries++;
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw KevFile.bad(line(), "has something else than an entry in 'vulnerabilities'");
        }
    }

    /** The catalogue counts its entries itself, which shows when some are missing. */
    private ListVersion version() {
        if (entries < 0) {
            throw KevFile.bad(line(), "ends the catalogue, which has no 'vulnerabilities'");
        }
        var count = head.get("count");
        if (count != null && !count.equals(String.valueOf(entries))) {
            throw KevFile.bad(
                    line(),
                    "ends the catalogue after "
                            + entries
                            + " entries, but 'count' is "
                            + BadFile.shown(count));
        }
        var version = SaidText.within(head.get("catalogVersion"), VERSION_MAX);
        return new ListVersion(version, released());
    }

    private @Nullable LocalDate released() {
        var text = head.getOrDefault("dateReleased", "");
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private long line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
