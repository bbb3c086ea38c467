/**
 * The Falcon Query Language: text to a tree ({@link
 * io.penstock.vendor.crowdstrike.simulation.fql.Fql}), a tree and a list of fields to a test on a
 * record ({@link io.penstock.vendor.crowdstrike.simulation.fql.Fields}). Knows no record type.
 * Immutable, safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.fql;

import org.jspecify.annotations.NullMarked;
