/** The states a finding goes through and what moves it. Pure; safe from any thread. */
@NullMarked
package io.penstock.core.finding;

import org.jspecify.annotations.NullMarked;
