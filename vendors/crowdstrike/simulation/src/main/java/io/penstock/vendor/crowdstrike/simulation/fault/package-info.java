/**
 * What goes wrong between a tenant and its client: refusals, broken and slow bodies, redirects.
 * {@link io.penstock.vendor.crowdstrike.simulation.fault.Faults} stands in front of the API; each
 * fault is one switch, and strikes answers that would have been good. Knows nothing of hosts and
 * findings. Safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.fault;

import org.jspecify.annotations.NullMarked;
