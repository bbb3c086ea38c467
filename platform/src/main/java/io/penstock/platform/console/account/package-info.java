/** Signing in, and the caller's own account. */
@NullMarked
package io.penstock.platform.console.account;

import org.jspecify.annotations.NullMarked;
