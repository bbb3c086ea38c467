/** What the fuzz tests share. One thread. */
@NullMarked
package io.penstock.fuzz;

import org.jspecify.annotations.NullMarked;
