/** The inventory: hosts and findings, each a list with a query bar and a page of its own. */
@NullMarked
package io.penstock.platform.console.inventory;

import org.jspecify.annotations.NullMarked;
