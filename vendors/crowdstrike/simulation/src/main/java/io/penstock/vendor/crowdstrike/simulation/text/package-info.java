/**
 * Bytes of an answer: pretty-printed JSON ({@link
 * io.penstock.vendor.crowdstrike.simulation.text.Pretty}), pieces of text that are compressed once
 * and sent many times ({@link io.penstock.vendor.crowdstrike.simulation.text.Segment}), and the two
 * bodies they are put into, plain and gzip. Writers are used by one thread, segments by any.
 */
@NullMarked
package io.penstock.vendor.crowdstrike.simulation.text;

import org.jspecify.annotations.NullMarked;
