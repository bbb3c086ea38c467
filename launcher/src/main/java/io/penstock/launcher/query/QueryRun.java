package io.penstock.launcher.query;

import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.client.SearchAnswer;
import io.penstock.launcher.client.SearchRequest;

import java.io.IOException;
import java.io.Writer;

/** Asks for page after page and prints each before it asks for the next. */
final class QueryRun {

    private static final int PAGE_MAX = 500;

    private final PlatformSession session;
    private final RowKind kind;
    private final Writer out;
    private final RowWriter rows;

    /**
     * @param out what {@code rows} prints to, flushed behind every page
     */
    QueryRun(PlatformSession session, RowKind kind, Writer out, RowWriter rows) {
        this.session = session;
        this.kind = kind;
        this.out = out;
        this.rows = rows;
    }

    /** How it ended. */
    sealed interface Outcome {

        /**
         * Rows were printed.
         *
         * @param complete true when there are no more
         * @param count of all rows as far as the platform counted; {@code exact} when that is all
         */
        record Printed(long printed, boolean complete, long count, boolean exact)
                implements Outcome {}

        /** Nothing was printed. */
        record Refused(SearchAnswer.WrongQuery wrong) implements Outcome {}
    }

    /**
     * @param most rows to print, 1 or more
     * @throws IOException when the output fails
     */
    Outcome run(String query, long most) throws IOException {
        var printed = 0L;
        String after = null;
        while (true) {
            var size = (int) Math.min(PAGE_MAX, most - printed);
            var answer = session.search(kind.path(), new SearchRequest(query, after, size));
            if (answer instanceof SearchAnswer.WrongQuery wrong) {
                return new Outcome.Refused(wrong);
            }
            var page = (SearchAnswer.Page) answer;
            rows.page(page.rows());
            out.flush();
            printed += page.rows().size();
            after = page.next();
            if (after == null || page.rows().isEmpty() || printed >= most) {
                return new Outcome.Printed(printed, after == null, page.count(), page.exact());
            }
        }
    }
}
