/** Tests of what works in the background. */
@NullMarked
package io.penstock.platform.work;

import org.jspecify.annotations.NullMarked;
