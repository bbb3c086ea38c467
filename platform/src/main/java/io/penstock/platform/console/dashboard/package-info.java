/** The inventory in figures and charts, and how fresh it is. */
@NullMarked
package io.penstock.platform.console.dashboard;

import org.jspecify.annotations.NullMarked;
