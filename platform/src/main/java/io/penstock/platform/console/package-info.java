/**
 * The console: pages rendered on the server, small parts of them refreshed by htmx. Page classes
 * translate requests and prepare what a template shows; they decide nothing. Every text from
 * outside is escaped by the templates. One package an area; {@code frame} is shared, and areas know
 * each other only where one links into another's view. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console;

import org.jspecify.annotations.NullMarked;
