/** Connections: the list, the form, and everything about one of them. */
@NullMarked
package io.penstock.platform.console.connection;

import org.jspecify.annotations.NullMarked;
