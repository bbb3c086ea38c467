/**
 * {@code docs/api/openapi.yaml}, made from the running platform's own calls and types. Prose comes
 * from their Javadoc; what code has no place for stands in {@code openapi/words.yaml} and {@code
 * openapi/calls.yaml}. One thread.
 */
@NullMarked
package io.penstock.platform.openapi;

import org.jspecify.annotations.NullMarked;
