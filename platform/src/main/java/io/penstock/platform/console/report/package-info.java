/**
 * Reports: asking for a file that is made in the background, and how far it is. Safe from any
 * thread.
 */
@NullMarked
package io.penstock.platform.console.report;

import org.jspecify.annotations.NullMarked;
