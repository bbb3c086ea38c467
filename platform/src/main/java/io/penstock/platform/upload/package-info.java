/**
 * Files a person sends instead of an engine (B-01): CSV or NDJSON becomes pages of the connector's
 * own source model, which go through the same maps, the same transformation and the same ledger.
 * {@link io.penstock.platform.upload.Uploads} takes one file at a time per connection. Safe from
 * any thread.
 */
@NullMarked
package io.penstock.platform.upload;

import org.jspecify.annotations.NullMarked;
