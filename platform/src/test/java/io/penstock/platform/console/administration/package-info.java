/** Tests of the administration's pages. */
@NullMarked
package io.penstock.platform.console.administration;

import org.jspecify.annotations.NullMarked;
