/**
 * Tests of a connection: ordered here, made by an engine, because only an engine reaches the
 * vendor. {@link io.penstock.platform.check.Checks} keeps them. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.check;

import org.jspecify.annotations.NullMarked;
