/** Tests of this package. */
@NullMarked
package io.penstock.platform.map;

import org.jspecify.annotations.NullMarked;
