/**
 * Who may do what: tenants, users, sign-in, tokens, and the vault that seals secrets at rest.
 * {@link io.penstock.platform.security.Caller} is all that other packages need of it. Safe from any
 * thread.
 */
@NullMarked
package io.penstock.platform.security;

import org.jspecify.annotations.NullMarked;
