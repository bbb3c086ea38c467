@NullMarked
package io.penstock.platform.console.dashboard;

import org.jspecify.annotations.NullMarked;
