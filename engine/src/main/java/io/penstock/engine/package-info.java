/**
 * The engine: a plain process in the customer's network that reads a vendor and delivers what it
 * read to the platform, page by page. {@link io.penstock.engine.EngineMain} is its command line.
 * One run at a time; no state outlives the process.
 */
@NullMarked
package io.penstock.engine;

import org.jspecify.annotations.NullMarked;
