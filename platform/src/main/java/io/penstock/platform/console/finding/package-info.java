/**
 * One finding: its evidence, score, vulnerability and lineage, what has happened to it, and the
 * decisions of people about it. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.finding;

import org.jspecify.annotations.NullMarked;
