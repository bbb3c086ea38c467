/**
 * {@code penstock query}: asks a running platform and prints the rows. One thread; memory of one
 * page of rows.
 */
@NullMarked
package io.penstock.launcher.query;

import org.jspecify.annotations.NullMarked;
