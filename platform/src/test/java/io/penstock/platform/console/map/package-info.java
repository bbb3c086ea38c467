/** Pages of data models and transform maps over real HTTP, on a real PostgreSQL. */
@NullMarked
package io.penstock.platform.console.map;

import org.jspecify.annotations.NullMarked;
