/**
 * What the inventory says: assets and findings computed from source records. The load is
 * hash-first: it looks up the keys of one page, writes only what is new or different, and says how
 * many of each. Called inside a transaction that also marks the page as done. Safe from any thread;
 * the loads of one connection take turns.
 */
@NullMarked
package io.penstock.platform.inventory;

import org.jspecify.annotations.NullMarked;
