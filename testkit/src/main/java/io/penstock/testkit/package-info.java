/**
 * What tests of all modules share: golden files and a PostgreSQL to test against. Test scope only.
 */
@NullMarked
package io.penstock.testkit;

import org.jspecify.annotations.NullMarked;
