/**
 * CrowdStrike's Falcon API as a simulation: the token call, Spotlight's combined vulnerabilities
 * and Discover's hosts, over a seeded tenant. {@link
 * io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation} is what the simulator finds.
 * Everything is safe from any thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation;

import org.jspecify.annotations.NullMarked;
