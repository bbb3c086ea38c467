/**
 * The query language: text → tree → checked tree → SQL text and bind values. Pure functions, safe
 * from any thread; never sees JDBC.
 */
@NullMarked
package io.penstock.query;

import org.jspecify.annotations.NullMarked;
