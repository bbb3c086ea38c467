@NullMarked
package io.penstock.platform.engine;

import org.jspecify.annotations.NullMarked;
