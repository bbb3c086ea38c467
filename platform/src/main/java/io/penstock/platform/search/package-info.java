/**
 * Reading the inventory: query text → SQL → rows, page by page. REST and console read only from
 * here ({@link io.penstock.platform.search.FindingSearch}, {@link
 * io.penstock.platform.search.AssetSearch}). Stateless, safe from any thread.
 */
@NullMarked
package io.penstock.platform.search;

import org.jspecify.annotations.NullMarked;
