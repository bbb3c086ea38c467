/**
 * Searches that people keep: a name for a query, their own or for everybody of the tenant (part C
 * 21). Safe from any thread.
 */
@NullMarked
package io.penstock.platform.saved;

import org.jspecify.annotations.NullMarked;
