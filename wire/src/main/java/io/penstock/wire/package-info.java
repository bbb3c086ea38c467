/**
 * The messages between engine and platform, version 1, and their JSON. Records only; the paths and
 * header names stand in {@link io.penstock.wire.EnginePaths}. A released message only ever gains
 * optional members, because customers run engines older than their platform.
 */
@NullMarked
package io.penstock.wire;

import org.jspecify.annotations.NullMarked;
