/**
 * Metrics by OpenTelemetry, for those who want them. Nothing is counted here: the instruments look
 * at the tallies of {@link io.penstock.engine.run.EngineTally} when it is time to send. Without a
 * collector no class of the OpenTelemetry SDK is loaded and no thread is started; with one, nothing
 * here makes a run wait or fail. Safe from any thread.
 */
@NullMarked
package io.penstock.engine.metrics;

import org.jspecify.annotations.NullMarked;
