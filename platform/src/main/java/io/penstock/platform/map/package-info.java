/**
 * Data models and transform maps as a person works with them: list, versions, differences, edits,
 * and trying a map out before it is used. {@link io.penstock.platform.map.TransformMaps} owns the
 * versions a person makes; a stored version never changes. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.map;

import org.jspecify.annotations.NullMarked;
