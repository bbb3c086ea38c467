package io.penstock.platform.connector;

/** The name of a copy: {@code Falcon copy}, {@code Falcon copy 2}. */
final class CopyName {

    private CopyName() {}

    /**
     * @param number from 1
     */
    static String of(String base, int number) {
        var end = number == 1 ? " copy" : " copy " + number;
        var most = CheckedConnection.NAME_MAX - end.length();
        return cut(base.strip(), most) + end;
    }

    /** Never between the halves of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var half = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most).strip();
    }
}
