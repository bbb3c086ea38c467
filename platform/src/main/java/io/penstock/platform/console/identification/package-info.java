/**
 * Identification: the rules, what they leave in doubt, what people decided, simulations, jobs, and
 * the order that one connection uses (S-056 to S-061). Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.identification;

import org.jspecify.annotations.NullMarked;
