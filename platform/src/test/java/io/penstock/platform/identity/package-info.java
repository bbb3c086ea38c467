/** Tests of identification on a real PostgreSQL. */
@NullMarked
package io.penstock.platform.identity;

import org.jspecify.annotations.NullMarked;
