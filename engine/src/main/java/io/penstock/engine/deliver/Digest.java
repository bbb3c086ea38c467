package io.penstock.engine.deliver;

import io.penstock.core.value.Sha256;

import java.util.HexFormat;

/** The checksum that travels with a page. */
final class Digest {

    private Digest() {}

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
