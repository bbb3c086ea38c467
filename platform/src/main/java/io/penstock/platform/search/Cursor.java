package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a page of results ended, as opaque text: the sort key of its last row, and the query it
 * belongs to. It carries nothing the caller has not seen and is bound as values, so it is checked
 * and not signed.
 */
final class Cursor {

    private static final String VERSION = "1";
    private static final char SEPARATOR = '\n';
    private static final int LENGTH_MAX = 16_000;
    private static final int YEAR_MAX = 9_999;

    private Cursor() {}

    static String write(String query, List<String> key) {
        var text =
                VERSION
                        + SEPARATOR
                        + Integer.toHexString(query.hashCode())
                        + SEPARATOR
                        + String.join(String.valueOf(SEPARATOR), key);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param size how many parts the sort key has; the last one may itself hold line breaks
     * @throws FaultException CONFIGURATION when the text was not made by {@link #write} for this
     *     query
     */
    static <T> Optional<T> read(
            @Nullable String after, String query, int size, Function<List<String>, T> key) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        var parts = parts(after, size + 2);
        if (parts.size() != size + 2
                || !parts.get(0).equals(VERSION)
                || !parts.get(1).equals(Integer.toHexString(query.hashCode()))) {
            throw bad();
        }
        try {
            return Optional.of(key.apply(parts.subList(2, parts.size())));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad();
        }
    }

    /**
     * A moment in a key.
     *
     * @throws DateTimeException for what no row has
     */
    static OffsetDateTime time(String text) {
        var at = Instant.parse(text).atOffset(ZoneOffset.UTC);
        if (at.getYear() < 0 || at.getYear() > YEAR_MAX) {
            throw new DateTimeException("no row is of the year " + at.getYear());
        }
        return at;
    }

    private static List<String> parts(String after, int most) {
        if (after.length() > LENGTH_MAX) {
            throw bad();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(after);
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (text.toString().indexOf('\0') >= 0) {
                throw bad();
            }
            return List.of(text.toString().split(String.valueOf(SEPARATOR), most));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw bad();
        }
    }

    private static FaultException bad() {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "CURSOR_INVALID",
                "The parameter 'after' is not the 'next' of an earlier page of this query.",
                "Start again without 'after'.");
    }
}
