/**
 * What the dashboard shows: figures of a tenant's whole inventory, measured in the background and
 * kept with their time, and their history by day (ADR 0034). {@link
 * io.penstock.platform.trend.TrendWorkers} measures; {@link io.penstock.platform.trend.Dashboards},
 * {@link io.penstock.platform.trend.Trends} and {@link io.penstock.platform.trend.Freshness} read
 * and never count findings. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.trend;

import org.jspecify.annotations.NullMarked;
