/** Tests of the query language; no database, no clock. */
@NullMarked
package io.penstock.query;

import org.jspecify.annotations.NullMarked;
