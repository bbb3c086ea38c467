package io.penstock.core.identity.estate;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Seeded draws, and values such as makers give. */
final class Chance {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final List<String> OUIS =
            List.of("3C:52:82", "A4:BB:6D", "F8:B1:56", "54:E1:AD", "D8:BB:C1", "AC:1F:6B");

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean of(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String letters(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    UUID uuid() {
        var bytes = new UUID(random.nextLong(), random.nextLong());
        var most = (bytes.getMostSignificantBits() & ~0xF000L) | 0x4000L;
        var least = (bytes.getLeastSignificantBits() & ~(3L << 62)) | (1L << 63);
        return new UUID(most, least);
    }

    /** An adapter that a maker made. */
    String mac() {
        return mac(pick(OUIS));
    }

    String mac(String start) {
        var left = 6 - (start.length() + 1) / 3;
        var bytes = new byte[left];
        random.nextBytes(bytes);
        return start + ":" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes);
    }

    /** One of the spellings that tools use. */
    String spelled(String mac) {
        return switch (below(4)) {
            case 0 -> mac;
            case 1 -> mac.replace(':', '-').toLowerCase(Locale.ROOT);
            case 2 -> mac.replace(":", "");
            default ->
                    mac.toLowerCase(Locale.ROOT)
                            .replaceAll("(..):(..):?", "$1$2.")
                            .replaceAll("\\.$", "");
        };
    }

    /** A name in the case that a tool uses. */
    String cased(String name) {
        return switch (below(3)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }
}
