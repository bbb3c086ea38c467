/** Tests of public lists. */
@NullMarked
package io.penstock.platform.intelligence;

import org.jspecify.annotations.NullMarked;
