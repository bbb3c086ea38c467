/**
 * What the engine is told by its environment. {@link io.penstock.wire.env.EngineSetting} is the one
 * table of settings; everything read from it is immutable and safe from any thread.
 */
@NullMarked
package io.penstock.engine.config;

import org.jspecify.annotations.NullMarked;
