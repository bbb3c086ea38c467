/**
 * What can go wrong, as values: a {@link io.penstock.core.fault.Fault} says what failed, on which
 * thing, and how to mend it; its {@link io.penstock.core.fault.FaultKind} alone decides whether a
 * retry makes sense. Immutable, safe from any thread. Depends on nothing.
 */
@NullMarked
package io.penstock.core.fault;

import org.jspecify.annotations.NullMarked;
