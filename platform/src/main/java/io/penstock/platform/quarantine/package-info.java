/**
 * Records that could not be mapped: found, counted, shown as the vendor sent them, downloaded. They
 * are put here and taken out by the transformation; this package only reads. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.quarantine;

import org.jspecify.annotations.NullMarked;
