/** Databases for tests. */
@NullMarked
package io.penstock.platform.db;

import org.jspecify.annotations.NullMarked;
