/**
 * Serves vendor simulations over HTTP: {@link io.penstock.simulator.SimulatorMain} finds them by
 * {@code ServiceLoader} and hosts one at a time. A simulation is a function from a request to an
 * answer; sockets, threads and time come from here, so that it can be stepped in a test. What every
 * simulation offers below {@code /_penstock/} comes from here too. Safe from any thread.
 */
@NullMarked
package io.penstock.simulator;

import org.jspecify.annotations.NullMarked;
