/**
 * Data models and transform maps: viewing, cloning, versions, and the editor with its trials. What
 * is edited travels with the page until it is saved, so nothing of it is kept here. Safe from any
 * thread.
 */
@NullMarked
package io.penstock.platform.console.map;

import org.jspecify.annotations.NullMarked;
