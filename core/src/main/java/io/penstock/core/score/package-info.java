/**
 * Scores of vulnerabilities and assets, each a value with the steps that lead to it ({@link
 * io.penstock.core.score.Score}). Pure functions over immutable values, safe from any thread; exact
 * decimal arithmetic, so that the steps always give the score again (ADR 0022).
 */
@NullMarked
package io.penstock.core.score;

import org.jspecify.annotations.NullMarked;
