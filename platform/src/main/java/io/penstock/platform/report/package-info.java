/**
 * Exports that are made in the background and kept as files for a while (ADR 0028). {@link
 * io.penstock.platform.report.Reports} takes orders and hands files out; the workers make them. The
 * database holds every state, so that any process of the platform may make a report and none loses
 * it. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.report;

import org.jspecify.annotations.NullMarked;
