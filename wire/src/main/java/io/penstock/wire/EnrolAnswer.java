package io.penstock.wire;

/**
 * @param username what the engine signs in as from now on, its key being the password
 */
public record EnrolAnswer(String username) {}
