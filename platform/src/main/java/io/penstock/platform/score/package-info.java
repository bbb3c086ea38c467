/**
 * Scores of vulnerabilities and assets, kept up to date behind the load (ADR 0022). Whoever changes
 * what a score is made from says so with {@link io.penstock.platform.score.ScoreDue}; {@link
 * io.penstock.platform.score.ScoreWorkers} does the rest. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.score;

import org.jspecify.annotations.NullMarked;
