/**
 * Which records are one machine: the rules and their order per connection, what a person decided,
 * and the assets that come of them. {@link io.penstock.platform.identity.Reidentification} applies
 * {@code io.penstock.core.identity} to stored records. Everything runs inside the caller's
 * transaction under the tenant's identity lock; components may be used by any number of threads.
 */
@NullMarked
package io.penstock.platform.identity;

import org.jspecify.annotations.NullMarked;
