/** The REST interface on a running platform. */
@NullMarked
package io.penstock.platform.api;

import org.jspecify.annotations.NullMarked;
