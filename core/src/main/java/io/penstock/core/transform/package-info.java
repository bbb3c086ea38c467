/**
 * Transform maps: rows that say how a vendor's record becomes a target record, the plan a map is
 * compiled to, and the function that applies it. Pure and without input or output; a compiled map
 * is safe from any thread, a {@link io.penstock.core.transform.RecordValues} belongs to one.
 */
@NullMarked
package io.penstock.core.transform;

import org.jspecify.annotations.NullMarked;
