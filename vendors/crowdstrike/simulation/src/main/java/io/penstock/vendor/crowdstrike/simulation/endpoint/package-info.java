/**
 * The calls of the API: checks of parameters, choice of records, envelopes. {@link
 * io.penstock.vendor.crowdstrike.simulation.endpoint.FalconApi} takes every request. Faults are put
 * in front of it as further {@link io.penstock.simulator.SimulatedApi}s that pass a request on, as
 * {@link io.penstock.vendor.crowdstrike.simulation.endpoint.PageDelay} does. Safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.endpoint;

import org.jspecify.annotations.NullMarked;
