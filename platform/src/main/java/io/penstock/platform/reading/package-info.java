/**
 * What the next run of a profile reads: everything, or what changed since each stream's watermark.
 * {@link io.penstock.platform.reading.Readings} decides and keeps the settings, {@link
 * io.penstock.platform.reading.Watermarks} moves only what a run has proved. Knows profiles and
 * runs by their row numbers alone. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.reading;

import org.jspecify.annotations.NullMarked;
