@NullMarked
package io.penstock.platform.text;

import org.jspecify.annotations.NullMarked;
