package io.penstock.launcher.query;

import io.penstock.launcher.client.SearchAnswer.WrongQuery;

import java.util.List;

/** A query that cannot be read, with a caret below the character where reading stopped. */
final class WrongQueryLines {

    private static final String INDENT = "  ";
    private static final int NARROWEST = 30;

    private WrongQueryLines() {}

    /**
     * @param columns of the terminal; of a longer query the part around the place is shown
     */
    static List<String> of(String query, WrongQuery wrong, int columns) {
        var place = Math.clamp(wrong.position() - 1, 0, query.length());
        var room = Math.max(columns, NARROWEST) - INDENT.length();
        var before = TerminalText.cutLeft(TerminalText.line(query.substring(0, place)), room / 2);
        var indent = TerminalText.width(before);
        var rest = TerminalText.cut(TerminalText.line(query.substring(place)), room - indent);
        return List.of(
                "penstock: At column "
                        + wrong.position()
                        + " of the query: "
                        + TerminalText.line(wrong.detail()),
                INDENT + before + rest,
                INDENT + " ".repeat(indent) + "^",
                INDENT + TerminalText.line(wrong.hint()));
    }
}
