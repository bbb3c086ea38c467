/**
 * The launcher: starts the platform, the simulator and the engine as processes of their own, shows
 * what they do, and asks a platform for rows. {@link io.penstock.launcher.LauncherMain} is the
 * program. It knows the others by their start lines, their HTTP interfaces and their exit codes
 * only. Each command runs on the calling thread.
 */
@NullMarked
package io.penstock.launcher;

import org.jspecify.annotations.NullMarked;
