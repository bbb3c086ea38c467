/**
 * The engine's own key: made here, traded for a one-time token, kept in a file that outlives the
 * container, and replaced on the platform's order. Safe from any thread.
 */
@NullMarked
package io.penstock.engine.enrol;

import org.jspecify.annotations.NullMarked;
