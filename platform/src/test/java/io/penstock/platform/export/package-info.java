@NullMarked
package io.penstock.platform.export;

import org.jspecify.annotations.NullMarked;
