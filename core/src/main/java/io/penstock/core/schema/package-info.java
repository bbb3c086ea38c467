/**
 * The target data model: what the inventory can know of an asset and a finding. One definition that
 * maps, the inventory, search and exports all read. Immutable, safe from any thread.
 */
@NullMarked
package io.penstock.core.schema;

import org.jspecify.annotations.NullMarked;
