/**
 * The way to the network: bounded bodies, time-outs, proxy, no redirects. All types are safe from
 * any thread. Headers and forms are never logged, because they hold secrets.
 */
@NullMarked
package io.penstock.engine.http;

import org.jspecify.annotations.NullMarked;
