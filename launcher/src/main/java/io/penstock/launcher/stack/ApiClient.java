package io.penstock.launcher.stack;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A client of the vendor's API, in the vendor's form: 32 hexadecimal characters and 40 word
 * characters. {@code toString} leaves the secret out.
 */
public record ApiClient(String id, String secret) {

    private static final int ID_BYTES = 16;
    private static final int SECRET_LENGTH = 40;
    private static final String WORD =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static ApiClient random(RandomGenerator random) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        var secret = new StringBuilder();
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(WORD.charAt(random.nextInt(WORD.length())));
        }
        return new ApiClient(HexFormat.of().formatHex(id), secret.toString());
    }

    @Override
    public String toString() {
        return "ApiClient[" + id + "]";
    }
}
