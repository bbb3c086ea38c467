/**
 * Tags on assets: how much an asset matters, and whether the internet reaches it. A tag hangs on a
 * source record of the asset, so it survives merges and splits (ADR 0022). Safe from any thread.
 */
@NullMarked
package io.penstock.platform.tag;

import org.jspecify.annotations.NullMarked;
