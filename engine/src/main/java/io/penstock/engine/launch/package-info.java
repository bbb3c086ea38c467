/**
 * What runs before the engine's JVM: turns the heap settings of the environment into JVM options
 * and becomes that JVM, in the same process. One thread; needs nothing but java.base and the table
 * of settings, so that it starts at once.
 */
@NullMarked
package io.penstock.engine.launch;

import org.jspecify.annotations.NullMarked;
