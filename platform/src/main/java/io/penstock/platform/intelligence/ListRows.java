package io.penstock.platform.intelligence;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Takes the entries of a list as they are read. */
interface ListRows {

    /**
     * @param line where the entry begins, from 1
     * @param cells in the order of {@link ListSql#stage}
     */
    void add(long line, String cve, @Nullable Object... cells) throws IOException;
}
