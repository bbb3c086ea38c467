/** Tests of scores. */
@NullMarked
package io.penstock.platform.score;

import org.jspecify.annotations.NullMarked;
