/**
 * The words of a run: streams, slices and positions. A run reads streams, a stream is cut into
 * slices, a slice is read from a position to its end. Immutable values without behaviour of their
 * own; engine, platform and vendors share them.
 */
@NullMarked
package io.penstock.core.run;

import org.jspecify.annotations.NullMarked;
