/**
 * The console as a person uses it: a real Chromium before the real processes. {@link
 * io.penstock.browser.World} is the set-up, shared by all tests of a JVM; {@link
 * io.penstock.browser.Watch} fails a test for what no page may ever do. One thread: a browser of
 * this library belongs to the thread that made it.
 */
@NullMarked
package io.penstock.browser;

import org.jspecify.annotations.NullMarked;
