package io.penstock.engine.config;

/** What the engine signs in to the platform with. */
public sealed interface Credentials permits Login, Enrolment {}
