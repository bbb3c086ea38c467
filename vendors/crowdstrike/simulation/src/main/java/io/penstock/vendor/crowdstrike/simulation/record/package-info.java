/**
 * Turns facts of the tenant into the vendor's records: fields, their order and the odd values that
 * occur. {@link io.penstock.vendor.crowdstrike.simulation.record.FindingRecords} and {@link
 * io.penstock.vendor.crowdstrike.simulation.record.HostRecords} are the way in; both are safe from
 * any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.record;

import org.jspecify.annotations.NullMarked;
