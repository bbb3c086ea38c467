/** Rejected records: found, counted, shown as the vendor sent them, replayed. */
@NullMarked
package io.penstock.platform.console.quarantine;

import org.jspecify.annotations.NullMarked;
