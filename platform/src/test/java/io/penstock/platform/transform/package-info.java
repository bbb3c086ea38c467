/** Tests of the transformation. */
@NullMarked
package io.penstock.platform.transform;

import org.jspecify.annotations.NullMarked;
