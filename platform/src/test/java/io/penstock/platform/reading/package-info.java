/** Tests of what the next run reads. */
@NullMarked
package io.penstock.platform.reading;

import org.jspecify.annotations.NullMarked;
