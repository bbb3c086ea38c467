/**
 * The data models: what a vendor's records hold, and what the inventory can know of an asset and a
 * finding. The target model is one definition that maps, the inventory, search and exports all
 * read. Immutable, safe from any thread.
 */
@NullMarked
package io.penstock.core.schema;

import org.jspecify.annotations.NullMarked;
