@NullMarked
package io.penstock.platform.console.inventory;

import org.jspecify.annotations.NullMarked;
