package io.penstock.platform.reading;

import java.time.Instant;
import java.util.UUID;

/**
 * Everything the vendor had of a stream is in the inventory up to a time.
 *
 * @param until the end of the window of the run that proved it
 * @param sealedAt when that was judged
 */
public record Watermark(String stream, Instant until, UUID run, Instant sealedAt) {}
