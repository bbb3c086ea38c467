package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A long text in few characters that a form carries as they are: a form may have 64 KB, and a map's
 * file grows half as long again when a browser encodes it.
 */
final class PackedText {

    /** Most characters of a packed text; a form carries two of them. */
    static final int PACKED_MAX = 20_000;

    static final int TEXT_MAX = 2_000_000;

    private PackedText() {}

    /**
     * @throws FaultException CONFIGURATION when it stays too long
     */
    static String pack(String text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        var packed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        if (packed.length() > PACKED_MAX) {
            throw refused(
                    "MAP_TOO_LARGE",
                    "The map is too large for the editor: packed it has "
                            + packed.length()
                            + " characters, at most "
                            + PACKED_MAX
                            + ".",
                    "Edit its file and send it with PUT /api/v1/maps.");
        }
        return packed;
    }

    /**
     * @throws FaultException CONFIGURATION when it is none, or longer than a map may be
     */
    static String unpack(String packed) {
        var inflater = new Inflater(true);
        var stored = new ByteArrayInputStream(decoded(packed));
        try (var in = new InflaterInputStream(stored, inflater)) {
            var bytes = in.readNBytes(TEXT_MAX + 1);
            if (bytes.length > TEXT_MAX) {
                throw refused(
                        "MAP_SIZE",
                        "The map has more than " + TEXT_MAX + " bytes.",
                        "Split its value maps.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    private static byte[] decoded(String packed) {
        try {
            return Base64.getUrlDecoder().decode(packed);
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static FaultException broken() {
        return refused(
                "PAGE_STATE",
                "What this page sent of the map cannot be read.",
                "Open the editor again.");
    }

    private static FaultException refused(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, hint);
    }
}
