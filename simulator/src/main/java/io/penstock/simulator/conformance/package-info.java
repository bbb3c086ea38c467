/**
 * The score card: plays one fault after the other to a client that runs as a process of its own,
 * and judges what it ended up with. {@link io.penstock.simulator.conformance.Conformance} knows no
 * vendor and no server; it is given a {@link io.penstock.simulator.conformance.Stage}. One run uses
 * one thread.
 */
@NullMarked
package io.penstock.simulator.conformance;

import org.jspecify.annotations.NullMarked;
