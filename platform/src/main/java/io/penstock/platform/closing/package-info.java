/**
 * What the end of a run does: marks what complete full runs no longer report, and applies the
 * closings that its pages left held, or holds them for a person when the breaker says so. {@link
 * io.penstock.platform.closing.Closings} goes on from wherever it was left, a batch at a time.
 * Knows runs and profiles by their row numbers alone. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.closing;

import org.jspecify.annotations.NullMarked;
