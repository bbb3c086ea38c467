/**
 * What runs before the engine: sees whether the heap settings of the environment want another JVM
 * than this one, and becomes that JVM in the same process, or goes on as the engine. One thread;
 * needs nothing but java.base and the table of settings, so that it starts at once.
 */
@NullMarked
package io.penstock.engine.launch;

import org.jspecify.annotations.NullMarked;
