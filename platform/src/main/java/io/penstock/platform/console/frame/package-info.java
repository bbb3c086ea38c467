/**
 * What every page stands in: the frame, how texts and times are written, paging, and the page of a
 * fault. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.frame;

import org.jspecify.annotations.NullMarked;
