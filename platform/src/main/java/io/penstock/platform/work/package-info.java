/** Threads that work in the background for as long as the platform runs. */
@NullMarked
package io.penstock.platform.work;

import org.jspecify.annotations.NullMarked;
