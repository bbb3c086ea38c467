/**
 * Bytes of an answer: pretty-printed JSON ({@link
 * io.penstock.vendor.crowdstrike.simulation.text.Pretty}) and the two bodies it is put into, plain
 * and gzip. Used by one thread.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.text;

import org.jspecify.annotations.NullMarked;
