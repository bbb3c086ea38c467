/**
 * What is saved at once though several packages own it: a connection with its profiles, what they
 * may close, and its identification rules (S-064). {@link
 * io.penstock.platform.setup.ConnectionSetups} is where to begin. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.setup;

import org.jspecify.annotations.NullMarked;
