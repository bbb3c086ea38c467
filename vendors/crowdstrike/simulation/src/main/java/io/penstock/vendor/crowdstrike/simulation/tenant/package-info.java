/**
 * The simulated tenant: which hosts, CVEs and findings there are. Every fact is a pure function of
 * the seed and a number, so nothing but small indexes is kept. {@link
 * io.penstock.vendor.crowdstrike.simulation.tenant.Tenant} is the way in. {@link
 * io.penstock.vendor.crowdstrike.simulation.tenant.Finding} is a moving view for one thread,
 * everything else is safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.tenant;

import org.jspecify.annotations.NullMarked;
