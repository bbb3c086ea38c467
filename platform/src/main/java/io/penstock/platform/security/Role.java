package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.List;

/** What a user may do. */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Reads everything, changes nothing but the own password. */
    VIEWER,
    /** The engine's own account: the intake, and reading connections and runs. */
    ENGINE,
    /** An enrolled engine: the intake of its own connection and nothing else. */
    INGEST;

    /** The roles that people give; the other comes with an enrolment. */
    public static final List<Role> BY_HAND = List.of(ADMIN, VIEWER, ENGINE);

    /**
     * @throws FaultException CONFIGURATION for a role that nobody gives
     */
    public static Role byHand(String name) {
        return BY_HAND.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.CONFIGURATION,
                                "ROLE_UNKNOWN",
                                "The role must be one of " + BY_HAND + ".",
                                ""));
    }

    /** Whether one of this role may hand out the other, which allows nothing that this does not. */
    boolean covers(Role other) {
        return other == this || (this == ADMIN && other != INGEST);
    }

    /** Whether people give and change this role; the others come with an enrolment. */
    boolean givenByHand() {
        return BY_HAND.contains(this);
    }
}
