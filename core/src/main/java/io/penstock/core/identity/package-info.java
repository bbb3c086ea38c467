/**
 * Which records of hosts are one machine (etm 5.7, B-03; ADR 0019): a function of the latest
 * records, the rules and the decisions made by hand, whatever order they came in. {@link
 * io.penstock.core.identity.Identification} is the main type; {@link
 * io.penstock.core.identity.Identifiers} makes its input, {@link
 * io.penstock.core.identity.RuleKeys} finds the records it must see together, {@link
 * io.penstock.core.identity.Reconciliation} makes one asset's values of many records. Pure, without
 * state, safe from any thread. Depends on {@code core.identify}, {@code core.schema} and {@code
 * core.fault}.
 */
@NullMarked
package io.penstock.core.identity;

import org.jspecify.annotations.NullMarked;
