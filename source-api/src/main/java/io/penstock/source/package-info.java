/**
 * What a vendor implements. {@link io.penstock.source.VendorSource} is found by {@code
 * ServiceLoader}; its descriptor is pure data, its session reads slices page by page.
 *
 * <p>Threading: a session is used by many threads at once, one slice by one thread at a time.
 * Retries are not the vendor's business: a source throws a {@code FaultException} whose kind says
 * whether the engine may repeat the same call.
 */
@NullMarked
package io.penstock.source;

import org.jspecify.annotations.NullMarked;
