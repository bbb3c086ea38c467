@NullMarked
package io.penstock.platform.trend;

import org.jspecify.annotations.NullMarked;
