package io.penstock.engine.config;

import io.penstock.source.Secret;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An engine with a key of its own instead of a user's password.
 *
 * @param token turned into the key once; empty when the key is there already
 * @param keyFile where the key is kept
 */
public record Enrolment(Optional<Secret> token, Path keyFile) implements Credentials {}
