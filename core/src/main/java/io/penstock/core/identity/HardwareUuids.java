package io.penstock.core.identity;

import static io.penstock.core.identity.HostAttribute.HARDWARE_UUID;
import static io.penstock.core.identity.HostAttribute.SERIAL;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hardware UUIDs. Some sources write the first three groups with their bytes turned round, so both
 * spellings lead to the one that sorts first. The serial numbers of VMware, Google and EC2 machines
 * have the UUID in them, and some sources give only the serial number.
 */
final class HardwareUuids {

    /** Fewer different digits than any real one has. */
    private static final int DIGITS_MIN = 5;

    private static final Pattern NOT_HEX = Pattern.compile("[^0-9a-f]");
    private static final Pattern FORM =
            Pattern.compile("(urn:uuid:)?\\{?[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\\}?");
    private static final Pattern IN_SERIAL =
            Pattern.compile("(vmware-|googlecloud-)((?:[0-9a-f]{2}[ -]?){16})");
    private static final Pattern EC2_SERIAL = Pattern.compile("ec2[0-9a-f-]{29,33}");

    /** What boards carry whose makers did not write one; each in one of its two spellings. */
    private static final Set<String> CONSTANTS =
            Set.of(
                    "03000200040005000006000700080009",
                    "12345678123456789012345678901234",
                    "123456781234567890abcddeefaabbcc",
                    "0123456789abcdef0123456789abcdef",
                    "11111111222233334444555555555555",
                    "4c4c454400002010802080c04f202020",
                    "aaaaaaaabbbbccccddddeeeeeeeeeeee");

    private HardwareUuids() {}

    static void read(Collected collected) {
        for (var raw : collected.raw(HARDWARE_UUID)) {
            var lower = raw.toLowerCase(Locale.ROOT);
            if (Placeholders.isOne(lower)) {
                ignore(collected, raw, Placeholders.REASON);
            } else if (FORM.matcher(lower).matches()) {
                judge(collected, raw, digits(lower.replace("urn:uuid:", "")));
            } else {
                ignore(collected, raw, "not a UUID");
            }
        }
        if (!collected.has(Identifier.HARDWARE_UUID)) {
            collected.raw(SERIAL).stream()
                    .flatMap(raw -> inSerial(raw.toLowerCase(Locale.ROOT)).stream())
                    .filter(digits -> !constant(digits))
                    .forEach(d -> collected.keep(Identifier.HARDWARE_UUID, canonical(d)));
        }
    }

    private static void judge(Collected collected, String raw, String digits) {
        if (constant(digits)) {
            ignore(collected, raw, "a constant of firmware, which many machines carry");
        } else {
            collected.keep(Identifier.HARDWARE_UUID, canonical(digits));
        }
    }

    private static Optional<String> inSerial(String serial) {
        var named = IN_SERIAL.matcher(serial);
        if (named.matches()) {
            return Optional.of(digits(named.group(2)));
        }
        return Optional.of(serial)
                .filter(s -> EC2_SERIAL.matcher(s).matches())
                .map(HardwareUuids::digits)
                .filter(d -> d.length() == 32);
    }

    private static boolean constant(String digits) {
        return digits.chars().distinct().count() < DIGITS_MIN
                || CONSTANTS.contains(digits)
                || CONSTANTS.contains(turned(digits));
    }

    private static String canonical(String digits) {
        var turned = turned(digits);
        var first = digits.compareTo(turned) <= 0 ? digits : turned;
        return String.join(
                "-",
                first.substring(0, 8),
                first.substring(8, 12),
                first.substring(12, 16),
                first.substring(16, 20),
                first.substring(20));
    }

    /** The first three groups with their bytes turned round. */
    private static String turned(String digits) {
        var bytes = HexFormat.of().parseHex(digits);
        var order = new int[] {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        var turned = new byte[bytes.length];
        for (var i = 0; i < turned.length; i++) {
            turned[i] = bytes[order[i]];
        }
        return HexFormat.of().formatHex(turned);
    }

    private static String digits(String text) {
        return NOT_HEX.matcher(text).replaceAll("");
    }

    private static void ignore(Collected collected, String raw, String reason) {
        collected.ignore(Identifier.HARDWARE_UUID, raw, reason);
    }
}
