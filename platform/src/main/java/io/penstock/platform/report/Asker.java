package io.penstock.platform.report;

import java.util.UUID;

/**
 * Who asks for a report or after one.
 *
 * @param seesAll those of everybody, and not only the own ones
 */
public record Asker(int tenantId, UUID userId, String username, boolean seesAll) {}
