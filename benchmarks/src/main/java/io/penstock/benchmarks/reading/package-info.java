/**
 * Measures reading alone: how much faster slices are than one cursor, and how many calls the hosts
 * of a large tenant cost. The engine's own reading with a sink that keeps nothing, so that only the
 * vendor's latency counts. One thread but for the reading itself.
 */
@NullMarked
package io.penstock.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
