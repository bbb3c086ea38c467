/** Who calls, and what they may do. Values only in this file's part; safe from any thread. */
@NullMarked
package io.penstock.platform.security;

import org.jspecify.annotations.NullMarked;
