package io.penstock.platform.transform;

import java.sql.SQLException;

/** The database refused a page's rows; the page is tried again. */
final class PageLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageLoadException(LeasedPage page, SQLException cause) {
        super("page " + page.pageId() + " of stream " + page.stream() + " was not loaded", cause);
    }
}
