package io.penstock.platform.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One request that may have changed something.
 *
 * @param username who; empty when nobody was known
 * @param apiToken name of the API token it came with; empty for a session
 * @param address where the request came from
 * @param action a word for what was done
 * @param request method and path
 * @param object what it was done to; empty when the request does not name it
 * @param part a part of the object; mostly empty
 * @param outcome null while the request is acted on, and when the platform died meanwhile
 * @param status of the HTTP answer
 * @param reason the code of a refusal, or empty
 * @param before what was, as JSON; null where the log does not know
 * @param after what is since then; null where the log does not know, and when it is gone
 */
public record AuditEvent(
        long id,
        Instant at,
        String username,
        @Nullable UUID userId,
        String apiToken,
        String address,
        String action,
        String request,
        String object,
        String part,
        @Nullable AuditOutcome outcome,
        @Nullable Integer status,
        String reason,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after) {}
