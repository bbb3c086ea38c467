/**
 * What administrators look after: users, API tokens, the audit log, settings, public lists, tags,
 * and the list of accepted risks. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.administration;

import org.jspecify.annotations.NullMarked;
