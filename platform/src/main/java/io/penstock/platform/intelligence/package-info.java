/**
 * Facts from public lists: the EPSS model's chances and CISA's catalogue of exploited
 * vulnerabilities, from files that somebody sends or, where an address is configured, fetched
 * ({@link io.penstock.platform.intelligence.Intelligence}; ADR 0022). A file comes to the disk
 * first, then in one transaction to the database, as a whole or not at all. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.intelligence;

import org.jspecify.annotations.NullMarked;
