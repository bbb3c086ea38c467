/** Tests of settings. */
@NullMarked
package io.penstock.platform.setting;

import org.jspecify.annotations.NullMarked;
