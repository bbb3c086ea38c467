package io.penstock.platform.transform;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Finds the ends of JSON's texts, and what they say. One thread; the bytes it works in are reused.
 */
final class JsonTexts {

    private static final int KEPT_MAX = 64 * 1024;

    /** The first byte of the last text that is not its own value; -1 when there is none. */
    private int escaped;

    private byte[] out = new byte[1_024];
    private int length;

    /**
     * The place behind the text whose quote is at a place.
     *
     * @return -1 when it is not sound, or does not end
     */
    int pass(byte[] bytes, int quote, int end) {
        escaped = -1;
        var at = quote + 1;
        while (true) {
            at = plain(bytes, at, end);
            if (at == end) {
                return -1;
            }
            var c = bytes[at];
            if (c == '"') {
                return at + 1;
            }
            if (escaped < 0) {
                escaped = at;
            }
            var more = c == '\\' ? escape(bytes, at + 1, end) : letter(bytes, at, end);
            if (more == 0) {
                return -1;
            }
            at += more;
        }
    }

    /** Goes, eight bytes at a time, to the next one that is no plain letter of a text. */
    private static int plain(byte[] bytes, int from, int end) {
        var at = from;
        var last = end - Long.BYTES;
        while (at <= last) {
            var eight = EightBytes.at(bytes, at);
            var stops = EightBytes.marks(eight) | EightBytes.odd(eight);
            if (stops != 0) {
                return at + EightBytes.before(stops);
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** How many bytes an escape has, its backslash included; 0 when it is none. */
    private static int escape(byte[] bytes, int at, int end) {
        if (at == end) {
            return 0;
        }
        return switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> {
                for (var i = at + 1; i < at + 5; i++) {
                    if (i >= end || Character.digit(bytes[i], 16) < 0) {
                        yield 0;
                    }
                }
                yield 6;
            }
            default -> 0;
        };
    }

    /** How many bytes a letter beyond ASCII has; 0 when it is none, or half of one. */
    private static int letter(byte[] bytes, int at, int end) {
        var lead = bytes[at] & 0xff;
        var size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0 || end - at < size) {
            return 0;
        }
        // The rest of these four could spell a letter that has a shorter form, or none.
        var least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        var most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        var second = bytes[at + 1] & 0xff;
        if (second < least || second > most) {
            return 0;
        }
        for (var i = at + 2; i < at + size; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /**
     * What the text says that was passed last.
     *
     * @param from where its first quote is
     * @param to behind its last one
     * @return null when it holds NUL, halves of characters or what is no UTF-8
     */
    @Nullable String of(byte[] bytes, int from, int to) {
        return escaped < 0
                ? new String(bytes, from + 1, to - from - 2, StandardCharsets.ISO_8859_1)
                : meant(bytes, from + 1, to - 1);
    }

    private @Nullable String meant(byte[] bytes, int from, int to) {
        if (out.length < to - from) {
            out = new byte[to - from];
        }
        length = escaped - from;
        System.arraycopy(bytes, from, out, 0, length);
        for (var i = escaped; i < to; i++) {
            if (bytes[i] != '\\') {
                out[length++] = bytes[i];
            } else if (bytes[++i] != 'u') {
                out[length++] = meaning(bytes[i]);
            } else if (put(code(bytes, i + 1))) {
                i += 4;
            } else {
                return null;
            }
        }
        var text = new String(out, 0, length, StandardCharsets.UTF_8);
        if (out.length > KEPT_MAX) {
            out = new byte[1_024];
        }
        // Also says that letters were broken, so a text that means it goes to the parser.
        return text.indexOf('\uFFFD') < 0 ? text : null;
    }

    private static byte meaning(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private static int code(byte[] bytes, int at) {
        var code = 0;
        for (var i = at; i < at + 4; i++) {
            code = (code << 4) + Character.digit(bytes[i], 16);
        }
        return code;
    }

    /** Writes a character as UTF-8, which never takes more bytes than its escape. */
    private boolean put(int code) {
        if (code == 0 || (code >= 0xD800 && code <= 0xDFFF)) {
            return false;
        }
        if (code < 0x80) {
            out[length++] = (byte) code;
            return true;
        }
        if (code < 0x800) {
            out[length++] = (byte) (0xC0 | (code >> 6));
        } else {
            out[length++] = (byte) (0xE0 | (code >> 12));
            out[length++] = (byte) (0x80 | ((code >> 6) & 0x3F));
        }
        out[length++] = (byte) (0x80 | (code & 0x3F));
        return true;
    }
}
