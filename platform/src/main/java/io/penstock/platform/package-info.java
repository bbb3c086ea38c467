/** The server's entry point and wiring. Everything else is a feature package below. */
@NullMarked
package io.penstock.platform;

import org.jspecify.annotations.NullMarked;
