package io.penstock.engine.config;

import io.penstock.source.Secret;

/** A name and a password: a user's (S-132, S-133) or the engine's own. */
public record Login(String username, Secret password) implements Credentials {}
