/**
 * Engines as the platform knows them: the image they are started from, one-time tokens that become
 * keys, what waiting engines say of themselves, and runs on order. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.engine;

import org.jspecify.annotations.NullMarked;
