/** Tests of the query command, against a platform of their own words. */
@NullMarked
package io.penstock.launcher.query;

import org.jspecify.annotations.NullMarked;
