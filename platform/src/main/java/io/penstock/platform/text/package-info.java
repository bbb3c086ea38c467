/** Texts from outside, brought within what can be stored and shown. Safe from any thread. */
@NullMarked
package io.penstock.platform.text;

import org.jspecify.annotations.NullMarked;
