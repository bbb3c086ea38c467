/**
 * How often a call is repeated, when, and who failed for good. {@link
 * io.penstock.engine.retry.Retries} is the only place that repeats calls. Safe from any thread.
 */
@NullMarked
package io.penstock.engine.retry;

import org.jspecify.annotations.NullMarked;
