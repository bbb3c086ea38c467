/**
 * The fictional vendor's API, imitated: an API key, two listings by number, and a count of what a
 * range holds. Everything is a function of the seed and a number, so calls share no state.
 */
@NullMarked
package io.penstock.vendor.tidewater.simulation;

import org.jspecify.annotations.NullMarked;
