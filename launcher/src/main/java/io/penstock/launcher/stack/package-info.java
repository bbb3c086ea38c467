/**
 * The three processes of a whole installation on one machine: {@link
 * io.penstock.launcher.stack.Stack} starts them with the product's own start lines; {@link
 * io.penstock.launcher.stack.Enrolment} gives a fresh platform its users and its connection. Used
 * by the demo, by the end-to-end tests and by the throughput run. One thread at a time.
 */
@NullMarked
package io.penstock.launcher.stack;

import org.jspecify.annotations.NullMarked;
