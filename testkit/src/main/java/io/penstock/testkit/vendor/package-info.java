/**
 * The contract every vendor's source must keep, as tests. A vendor's test class implements {@link
 * io.penstock.testkit.vendor.VendorSourceContract} and brings its source and its simulation; what a
 * vendor cannot do it declares, and an undeclared gap fails. Test scope only; each test has a
 * simulated tenant of its own.
 */
@NullMarked
package io.penstock.testkit.vendor;

import org.jspecify.annotations.NullMarked;
