/**
 * What people decide about findings: a risk is accepted, or a finding is none at all (ADR 0022).
 * {@link io.penstock.platform.acceptance.Acceptances} keeps the decisions, apart from the findings,
 * so that no sync touches them; {@link io.penstock.platform.acceptance.AcceptanceSql} says which
 * finding one covers. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.acceptance;

import org.jspecify.annotations.NullMarked;
