/**
 * One step for everything that a query matches: decisions on findings, tags on assets. It says how
 * many it is about before, and does it for all of them or for none. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.bulk;

import org.jspecify.annotations.NullMarked;
