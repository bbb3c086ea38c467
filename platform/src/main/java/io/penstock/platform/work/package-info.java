/**
 * Threads that work in the background for as long as the platform runs, and what wakes them. Safe
 * from any thread; depends on nothing of the platform.
 */
@NullMarked
package io.penstock.platform.work;

import org.jspecify.annotations.NullMarked;
