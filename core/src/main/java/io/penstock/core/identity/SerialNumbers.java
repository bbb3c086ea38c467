package io.penstock.core.identity;

import static io.penstock.core.identity.HostAttribute.MANUFACTURER;
import static io.penstock.core.identity.HostAttribute.SERIAL;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Serial numbers, with their maker where it is known: {@code 7XK2L93 (dell)}. */
final class SerialNumbers {

    private static final int LENGTH_MIN = 4;

    /** They write the firmware of other makers' machines. */
    private static final Set<String> FIRMWARE =
            Set.of(
                    "american",
                    "ami",
                    "phoenix",
                    "insyde",
                    "award",
                    "seabios",
                    "edk",
                    "tianocore",
                    "coreboot",
                    "bochs",
                    "ovmf");

    private static final Map<String, String> ONE_MAKER =
            Map.of(
                    "hewlett", "hp",
                    "hpe", "hp",
                    "asustek", "asus",
                    "asustekcomputer", "asus",
                    "micro", "msi",
                    "super", "supermicro",
                    "innotek", "oracle");

    private static final Pattern NOT_LETTER = Pattern.compile("[^a-z0-9]+");

    private SerialNumbers() {}

    static void read(Collected collected) {
        var maker = maker(collected.raw(MANUFACTURER));
        for (var raw : collected.raw(SERIAL)) {
            var serial = Placeholders.letters(raw);
            if (Placeholders.isOne(raw)) {
                collected.ignore(Identifier.SERIAL, raw, Placeholders.REASON);
            } else if (serial.length() < LENGTH_MIN) {
                collected.ignore(Identifier.SERIAL, raw, "too short to be one machine's own");
            } else {
                collected.keep(
                        Identifier.SERIAL, maker.isEmpty() ? serial : serial + " (" + maker + ")");
            }
        }
    }

    /** The number without the maker: what look-ups go by. */
    static String number(String value) {
        var end = value.indexOf(' ');
        return end < 0 ? value : value.substring(0, end);
    }

    /** The same number, and not two different makers. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var bothKnown = one.indexOf(' ') >= 0 && other.indexOf(' ') >= 0;
        return !bothKnown && number(one).equals(number(other));
    }

    private static String maker(List<String> raw) {
        return raw.stream()
                .filter(name -> !Placeholders.isOne(name))
                .map(name -> NOT_LETTER.split(name.toLowerCase(Locale.ROOT) + " ", 2)[0])
                .filter(word -> word.length() > 1 && !FIRMWARE.contains(word))
                .map(word -> ONE_MAKER.getOrDefault(word, word))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
