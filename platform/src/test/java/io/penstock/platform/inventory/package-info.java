/** Tests of the inventory. */
@NullMarked
package io.penstock.platform.inventory;

import org.jspecify.annotations.NullMarked;
