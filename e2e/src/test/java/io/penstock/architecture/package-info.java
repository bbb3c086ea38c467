/**
 * The rules of the house, checked over everything the modules compiled and over their sources.
 * Every rule says why it exists in the message of its failure. Read only, safe from any thread.
 */
@NullMarked
package io.penstock.architecture;

import org.jspecify.annotations.NullMarked;
