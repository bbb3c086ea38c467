/** Who is who: names for records that are the same in every run and on every machine. Pure. */
@NullMarked
package io.penstock.core.identify;

import org.jspecify.annotations.NullMarked;
