/**
 * Where log lines go: plain text to standard output, JSON to the log directory when it can be
 * written. Set up once, before anything is logged.
 */
@NullMarked
package io.penstock.engine.log;

import org.jspecify.annotations.NullMarked;
