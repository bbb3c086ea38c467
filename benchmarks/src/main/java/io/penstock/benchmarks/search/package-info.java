/** How fast a loaded platform answers what people ask it, and what an export costs it. */
@NullMarked
package io.penstock.benchmarks.search;

import org.jspecify.annotations.NullMarked;
