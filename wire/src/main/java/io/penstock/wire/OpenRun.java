package io.penstock.wire;

import java.util.UUID;

/**
 * The engine asks to run a profile. An unfinished run whose lease has ended is handed over instead
 * of a new one, with its positions.
 *
 * @param engine made anew by every engine process
 * @param trigger {@code on-demand} or {@code cron}
 * @param full asks for everything, whatever the watermarks say
 */
public record OpenRun(
        UUID engine, String engineVersion, String host, String trigger, boolean full) {}
