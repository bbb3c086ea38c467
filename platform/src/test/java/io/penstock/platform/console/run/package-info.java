/** The pages of runs over HTTP, on a real PostgreSQL. */
@NullMarked
package io.penstock.platform.console.run;

import org.jspecify.annotations.NullMarked;
