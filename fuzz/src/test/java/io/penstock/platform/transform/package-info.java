/** Fuzz tests of the transformation, in its package because a page's way is not public. */
@NullMarked
package io.penstock.platform.transform;

import org.jspecify.annotations.NullMarked;
