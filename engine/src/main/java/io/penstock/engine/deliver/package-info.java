/**
 * The platform's intake as the engine sees it. {@link io.penstock.engine.deliver.PlatformClient}
 * logs in by itself and turns refusals into faults; it is safe from any thread and repeats nothing
 * but a call whose login had ended.
 */
@NullMarked
package io.penstock.engine.deliver;

import org.jspecify.annotations.NullMarked;
