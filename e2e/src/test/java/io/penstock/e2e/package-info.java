/**
 * Journeys through the real processes: simulator, engine, platform and its PostgreSQL, started by
 * the product's own start lines. {@link io.penstock.e2e.Chain} is the set-up. One test at a time.
 */
@NullMarked
package io.penstock.e2e;

import org.jspecify.annotations.NullMarked;
