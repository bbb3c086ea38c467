/**
 * Runs as a person sees them: {@link io.penstock.platform.run.Runs} reads runs with their ledger,
 * {@link io.penstock.platform.run.ConnectionStates} says what state a connection is in. Reads only,
 * apart from asking a run to stop. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.run;

import org.jspecify.annotations.NullMarked;
