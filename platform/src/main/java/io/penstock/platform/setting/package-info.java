/**
 * Settings: those people choose at run time, what the process was told and from where, and the
 * tidying that follows from them. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.setting;

import org.jspecify.annotations.NullMarked;
