/**
 * The calls of the API: checks of parameters, choice of records, envelopes. {@link
 * io.penstock.vendor.crowdstrike.simulation.endpoint.FalconApi} takes every request; {@link
 * io.penstock.vendor.crowdstrike.simulation.endpoint.Pace} holds its answers back. Safe from any
 * thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.endpoint;

import org.jspecify.annotations.NullMarked;
