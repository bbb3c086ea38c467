/**
 * The database: the platform's own PostgreSQL or an external one, and the pool to it. {@link
 * io.penstock.platform.db.EmbeddedPostgres} owns the server process; everybody else sees a {@code
 * DataSource}. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.db;

import org.jspecify.annotations.NullMarked;
