package io.penstock.vendor.crowdstrike;

import java.util.ArrayList;
import java.util.List;

/**
 * The second key of hosts: their {@code id} read from its end, for the one case that more hosts
 * share a second than the vendor shows at once.
 *
 * <p>Of the fields a host can be filtered on, {@code id} alone is always there, never moves and has
 * many values; {@code entity_type}, names, addresses and the last sighting move, {@code aid} is
 * missing without a sensor. It knows no ranges, only patterns, and it starts with the customer id;
 * so a range is made of its last {@value #DIGITS} characters: a key stands for the list of endings
 * below it. These lists contain each other, so ranges between them neither overlap nor leave a gap,
 * whatever the vendor makes of letter case or of characters outside the alphabet (those are above
 * every key).
 */
final class IdKey {

    static final int DIGITS = 3;

    /** Behind every key. */
    static final int END = 64 * 64 * 64;

    /** The characters of all known forms of an id, in their order. */
    private static final String ALPHABET =
            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private IdKey() {}

    /** The key as text: last character first, without what only stands for zero. */
    static String text(int key) {
        var text = new StringBuilder();
        for (int rest = key, unit = END / 64; rest > 0; rest %= unit, unit /= 64) {
            text.append(ALPHABET.charAt(rest / unit));
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException when the text is no key
     */
    static int parse(String text) {
        var key = 0;
        for (int i = 0; i < DIGITS; i++) {
            var digit = i < text.length() ? ALPHABET.indexOf(text.charAt(i)) : 0;
            if (digit < 0 || text.length() > DIGITS) {
                throw new IllegalArgumentException("'" + text + "' is no key of host ids");
            }
            key = key * 64 + digit;
        }
        return key;
    }

    /** Patterns that together match the ids below a key; at least one, because no key is zero. */
    static List<String> below(int key) {
        var patterns = new ArrayList<String>();
        var text = text(key);
        var ending = "";
        for (int i = 0; i < text.length(); i++) {
            var last = text.charAt(i);
            for (int below = 0; below < ALPHABET.indexOf(last); below++) {
                patterns.add("*" + ALPHABET.charAt(below) + ending);
            }
            ending = last + ending;
        }
        return patterns;
    }
}
