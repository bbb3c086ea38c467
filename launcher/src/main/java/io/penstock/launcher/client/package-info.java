/**
 * The platform's REST interface as the launcher uses it: {@link
 * io.penstock.launcher.client.PlatformClient}. Safe from any thread. Answers are records; members
 * this version does not know are ignored.
 */
@NullMarked
package io.penstock.launcher.client;

import org.jspecify.annotations.NullMarked;
