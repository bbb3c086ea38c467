/** Tests of transform maps. */
@NullMarked
package io.penstock.platform.map;

import org.jspecify.annotations.NullMarked;
