/**
 * CrowdStrike Falcon as a source: hosts from Discover (queries and entities), findings from
 * Spotlight (combined). {@link io.penstock.vendor.crowdstrike.FalconSource} is the only public
 * type; {@code docs/vendors/crowdstrike.md} tells the vendor's rules this code answers to.
 *
 * <p>Threading: a session and everything it holds is used by many threads at once; a slice is read
 * by one thread at a time. No page is kept after it is handed over, so memory does not grow with
 * the tenant.
 */
@NullMarked
package io.penstock.vendor.crowdstrike;

import org.jspecify.annotations.NullMarked;
