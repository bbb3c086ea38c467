/**
 * The engine's side of the platform: plans, runs, leases, and raw pages taken in. A page, the
 * position after it and its ledger row are one transaction; the receipt follows the commit. Nothing
 * here looks into a page.
 */
@NullMarked
package io.penstock.platform.intake;

import org.jspecify.annotations.NullMarked;
