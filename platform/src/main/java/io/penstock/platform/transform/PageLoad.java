package io.penstock.platform.transform;

import io.penstock.platform.inventory.LoadResult;

import java.sql.Connection;
import java.sql.SQLException;

/** The mapped records of one page on their way into the inventory. */
interface PageLoad {

    /** Takes the records as they are read. */
    PageReader.RecordSink sink();

    int warnings();

    /** Loads what the sink took, in the connection's transaction. */
    LoadResult on(Connection connection) throws SQLException;
}
