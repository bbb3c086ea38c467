package io.penstock.launcher.query;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Prints rows in one form, page by page, and keeps none of them. */
interface RowWriter {

    /**
     * Prints a page; the first one, which may be empty, brings what stands above all rows.
     *
     * @throws IOException when nobody takes what is printed
     */
    void page(List<Map<String, @Nullable Object>> rows) throws IOException;
}
