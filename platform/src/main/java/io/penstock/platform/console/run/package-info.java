/** One run, live: its ledger, its closings that wait, its slices and its rejected records. */
@NullMarked
package io.penstock.platform.console.run;

import org.jspecify.annotations.NullMarked;
