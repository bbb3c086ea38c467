/**
 * JMH measurements of pure parts that every record or every search passes. Each class says what one
 * operation is.
 */
@NullMarked
package io.penstock.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
