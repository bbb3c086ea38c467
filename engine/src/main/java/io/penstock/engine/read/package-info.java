/**
 * Reads the streams of a vendor into a {@link io.penstock.engine.read.PageSink}: several slices at
 * once, one slice by one thread, idle threads have the largest slice cut. {@link
 * io.penstock.engine.read.ReadJob} is the way in.
 *
 * <p>What is in memory is bounded by bytes, not by threads or by the tenant: see {@link
 * io.penstock.engine.read.ByteBudget}. Knows neither the platform's addresses nor any vendor.
 */
@NullMarked
package io.penstock.engine.read;

import org.jspecify.annotations.NullMarked;
