/**
 * Runs: what is read, in which order, how often a call is repeated and when everything stops.
 * Slices of a stream are read by several threads, one slice by one thread; a slice has at most one
 * page being delivered while the next one is read, so memory does not grow with the tenant.
 */
@NullMarked
package io.penstock.engine.run;

import org.jspecify.annotations.NullMarked;
