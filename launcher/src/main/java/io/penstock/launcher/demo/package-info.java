/**
 * The demo: a simulated tenant travels the real chain into an inventory that a person can then look
 * at. {@link io.penstock.launcher.demo.DemoCommand} is the command; the drawing of bars and tables
 * is pure. One thread.
 */
@NullMarked
package io.penstock.launcher.demo;

import org.jspecify.annotations.NullMarked;
