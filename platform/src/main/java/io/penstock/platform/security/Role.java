package io.penstock.platform.security;

/** What a user may do. */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Reads everything, changes nothing but the own password. */
    VIEWER,
    /** The engine's own account: the intake, and reading connections and runs. */
    ENGINE,
    /** An enrolled engine: the intake of its own connection and nothing else. */
    INGEST
}
