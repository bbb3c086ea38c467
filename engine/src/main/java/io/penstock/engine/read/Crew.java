package io.penstock.engine.read;

import java.util.concurrent.ExecutorService;

/**
 * What the slices of a job share.
 *
 * @param deliveries delivers pages beside the threads that read; never interrupted while a page is
 *     on its way
 */
record Crew(
        VendorSide vendor,
        SinkSide sink,
        ExecutorService deliveries,
        RunControl control,
        ByteBudget budget) {}
