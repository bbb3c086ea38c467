package io.penstock.engine.config;

import io.penstock.source.Secret;

/** The platform user the engine acts as (S-132, S-133). */
public record Login(String username, Secret password) {}
