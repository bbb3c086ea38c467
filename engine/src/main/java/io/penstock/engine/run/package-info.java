/**
 * Runs and connection tests: when they start, what is read in which order, what the platform is
 * told, and when everything stops. Reading itself is {@link io.penstock.engine.read}'s. One run or
 * one test at a time.
 */
@NullMarked
package io.penstock.engine.run;

import org.jspecify.annotations.NullMarked;
