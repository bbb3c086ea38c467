/**
 * The REST interface: JSON in and out under {@code /api/v1}, refusals as {@link
 * io.penstock.wire.Problem}. Controllers translate and decide nothing. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.api;

import org.jspecify.annotations.NullMarked;
