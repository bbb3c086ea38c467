package io.penstock.wire;

/**
 * @param goOn false when a person cancelled the run: the engine stops and reports CANCELLED
 */
public record HeartbeatAnswer(boolean goOn) {}
