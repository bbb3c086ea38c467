/**
 * The connectors this platform knows: the descriptors of the vendor packages on the class path.
 * Immutable after the start, safe from any thread.
 */
@NullMarked
package io.penstock.platform.catalogue;

import org.jspecify.annotations.NullMarked;
