/** Tests of decisions on findings. */
@NullMarked
package io.penstock.platform.acceptance;

import org.jspecify.annotations.NullMarked;
