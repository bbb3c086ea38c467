/** Searches against a real PostgreSQL. */
@NullMarked
package io.penstock.platform.search;

import org.jspecify.annotations.NullMarked;
