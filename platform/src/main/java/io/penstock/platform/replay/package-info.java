/**
 * Stored pages once more, without the vendor (ADR 0017): {@link
 * io.penstock.platform.replay.Replays} opens a run of kind REPLAY whose pages refer to stored ones;
 * the transformation does the rest. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.replay;

import org.jspecify.annotations.NullMarked;
