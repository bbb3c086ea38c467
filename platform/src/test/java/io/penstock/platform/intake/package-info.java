/** Tests of the intake. */
@NullMarked
package io.penstock.platform.intake;

import org.jspecify.annotations.NullMarked;
