package io.penstock.launcher.demo;

/** What people call a stream. */
final class Streams {

    private Streams() {}

    /** The findings of a vendor come in a stream with the vendor's own name for them. */
    static String label(String stream) {
        return stream.equals("vulnerabilities") ? "findings" : stream;
    }
}
