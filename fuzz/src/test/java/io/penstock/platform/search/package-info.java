/** Fuzz tests of the query language over the fields of the product. */
@NullMarked
package io.penstock.platform.search;

import org.jspecify.annotations.NullMarked;
