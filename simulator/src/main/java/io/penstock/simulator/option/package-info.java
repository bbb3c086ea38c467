/**
 * The switches of a simulation: what there is, what each is set to now, and how often it struck.
 * {@link io.penstock.simulator.option.Switchboard} holds them; whoever reads a {@link
 * io.penstock.simulator.option.Setting} sees a change at its next look. Safe from any thread.
 */
@NullMarked
package io.penstock.simulator.option;

import org.jspecify.annotations.NullMarked;
