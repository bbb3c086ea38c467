/** Tests of the quarantine. */
@NullMarked
package io.penstock.platform.quarantine;

import org.jspecify.annotations.NullMarked;
