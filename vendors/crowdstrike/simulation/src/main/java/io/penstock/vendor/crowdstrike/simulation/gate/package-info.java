/**
 * What stands before the data: tokens, rate limits and the life of page cursors. Knows nothing of
 * hosts and findings. Safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.gate;

import org.jspecify.annotations.NullMarked;
