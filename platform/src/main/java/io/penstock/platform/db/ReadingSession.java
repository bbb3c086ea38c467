package io.penstock.platform.db;

/**
 * Connections for what people search: a pool of their own, so that searching and working never wait
 * for each other's connections, with settings that fit short questions.
 */
public final class ReadingSession {

    /** Name of the data source. */
    public static final String SOURCE = "readingSource";

    /**
     * Nothing is written. The planner takes the values of each query into account, and takes it
     * that pages of an index are mostly in memory: by its defaults, which are for turning disks, it
     * would rather pass over the whole table.
     */
    public static final String SETTINGS =
            """
            set default_transaction_read_only = on;
            set plan_cache_mode = force_custom_plan;
            set random_page_cost = 1.1
            """;

    private ReadingSession() {}
}
