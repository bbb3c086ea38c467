/**
 * Child processes: {@link io.penstock.launcher.process.ChildProcess} starts one, keeps its output
 * and ends it; {@link io.penstock.launcher.process.Tethered} is the other half, which runs inside
 * the child and ends it when its parent is gone. A child may be watched and stopped from any
 * thread.
 */
@NullMarked
package io.penstock.launcher.process;

import org.jspecify.annotations.NullMarked;
