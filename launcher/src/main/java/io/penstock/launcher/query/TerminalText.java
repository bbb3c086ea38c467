package io.penstock.launcher.query;

/**
 * Texts from outside as a terminal may show them, measured in its columns: some characters take two
 * of them and some none.
 */
public final class TerminalText {

    private static final int STAND_IN = 0xFFFD;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final String ELLIPSIS = "…";

    /** First and last of the blocks whose characters take two columns. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960,
        0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
        0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private TerminalText() {}

    /**
     * The text on one line: line ends and tabulators become blanks; what would steer the terminal,
     * or turn the text around it, becomes a stand-in.
     */
    public static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().map(TerminalText::harmless).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.CONTROL -> Character.isWhitespace(character) ? ' ' : STAND_IN;
            case Character.SURROGATE -> STAND_IN;
            case Character.FORMAT ->
                    character == JOINER || character == NON_JOINER ? character : STAND_IN;
            default -> character;
        };
    }

    /** True for what stands in a line to steer and not to be read. */
    static boolean steers(int character) {
        return harmless(character) != character;
    }

    /** Columns that a line takes. */
    static int width(String line) {
        return line.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    private static boolean wide(int character) {
        for (var i = 0; i < WIDE.length; i += 2) {
            if (character >= WIDE[i] && character <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The line, or its beginning with an ellipsis when it takes more columns. */
    static String cut(String line, int columns) {
        return width(line) <= columns ? line : beginning(line, columns - 1) + ELLIPSIS;
    }

    /** The end of the line with an ellipsis before it when it takes more columns. */
    static String cutLeft(String line, int columns) {
        if (width(line) <= columns) {
            return line;
        }
        var from = line.length();
        var room = columns - 1;
        while (from > 0 && width(line.codePointBefore(from)) <= room) {
            var character = line.codePointBefore(from);
            room -= width(character);
            from -= Character.charCount(character);
        }
        return ELLIPSIS + line.substring(from);
    }

    private static String beginning(String line, int columns) {
        var end = 0;
        var room = columns;
        while (end < line.length() && width(line.codePointAt(end)) <= room) {
            var character = line.codePointAt(end);
            room -= width(character);
            end += Character.charCount(character);
        }
        return line.substring(0, end);
    }

    /** The line with blanks behind it up to so many columns. */
    static String padded(String line, int columns) {
        return line + " ".repeat(Math.max(0, columns - width(line)));
    }
}
