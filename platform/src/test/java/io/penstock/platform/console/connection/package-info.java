/** The pages of connections over HTTP, on a real PostgreSQL. */
@NullMarked
package io.penstock.platform.console.connection;

import org.jspecify.annotations.NullMarked;
