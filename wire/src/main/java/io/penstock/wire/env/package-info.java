/**
 * The engine's environment file. {@link io.penstock.wire.env.EngineSetting} is the one table of
 * keys: the engine's parser, the template of engine and platform, and the documentation are made
 * from it. Immutable; safe from any thread. Needs nothing but java.base, because the engine's
 * launcher reads it before the engine's own JVM starts.
 */
@NullMarked
package io.penstock.wire.env;

import org.jspecify.annotations.NullMarked;
