/** Tests of the audit log. */
@NullMarked
package io.penstock.platform.audit;

import org.jspecify.annotations.NullMarked;
