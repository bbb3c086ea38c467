/**
 * The example to start a vendor from: a fictional maker of asset lists with an API key, numbered
 * records and plain pages. It is compiled and passes the vendors' contract with every build, and is
 * not shipped. A session is safe for many threads; nothing here keeps state between calls.
 */
@NullMarked
package io.penstock.vendor.tidewater;

import org.jspecify.annotations.NullMarked;
