package io.penstock.platform.console.wizard;

/** A secret in the vault's form. It cannot be read from here. */
final class SealedText {

    private final byte[] bytes;

    SealedText(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "SealedText[" + bytes.length + " bytes]";
    }
}
