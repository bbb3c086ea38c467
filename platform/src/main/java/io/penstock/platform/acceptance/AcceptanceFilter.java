package io.penstock.platform.acceptance;

import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.State;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Which decisions to list; null leaves a part open. */
public record AcceptanceFilter(
        @Nullable State state,
        @Nullable Kind kind,
        @Nullable String cve,
        @Nullable UUID finding,
        @Nullable UUID asset) {}
