/**
 * The simulated tenant: which hosts, CVEs and findings there are. Every fact is a pure function of
 * the seed and a number, so nothing but small indexes is kept; what has changed since the tenant
 * was opened is kept apart, row by row, and a {@link
 * io.penstock.vendor.crowdstrike.simulation.tenant.Timeline} leads from one moment to the next.
 * {@link io.penstock.vendor.crowdstrike.simulation.tenant.Tenant} is one moment. {@link
 * io.penstock.vendor.crowdstrike.simulation.tenant.Finding} is a moving view for one thread,
 * everything else is safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.tenant;

import org.jspecify.annotations.NullMarked;
