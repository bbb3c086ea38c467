/** Paths into a vendor's record. Immutable; depends on nothing. */
@NullMarked
package io.penstock.core.value;

import org.jspecify.annotations.NullMarked;
