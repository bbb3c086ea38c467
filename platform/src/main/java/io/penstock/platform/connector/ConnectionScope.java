package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/**
 * What a connection brings in, and which way (S-020 to S-022). Each has one word today.
 *
 * @param findings such as {@code Vulnerability}
 * @param assets such as {@code Host Asset}
 * @param direction into the inventory or out of it
 */
public record ConnectionScope(FindingsType findings, AssetType assets, Direction direction) {

    /** What there is today. */
    public static final ConnectionScope HOST_VULNERABILITIES =
            new ConnectionScope(FindingsType.VULNERABILITY, AssetType.HOST_ASSET, Direction.IMPORT);

    private static final String FINDINGS = "Type of findings";
    private static final String ASSETS = "Asset Type";
    private static final String DIRECTION = "Direction";

    /** What kind of findings (S-020). */
    public enum FindingsType {
        VULNERABILITY("Vulnerability");

        private final String label;

        FindingsType(String label) {
            this.label = label;
        }

        /** The word for people. */
        public String label() {
            return label;
        }
    }

    /** What kind of assets (S-022). */
    public enum AssetType {
        HOST_ASSET("Host Asset");

        private final String label;

        AssetType(String label) {
            this.label = label;
        }

        /** The words for people. */
        public String label() {
            return label;
        }
    }

    /** Which way findings go (S-021). */
    public enum Direction {
        IMPORT("Import");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        /** The word for people. */
        public String label() {
            return label;
        }
    }

    /**
     * Takes the words as a form or a client sends them: names or labels, in any case. An empty one
     * is what there is today.
     *
     * @throws FaultException CONFIGURATION naming the one that is not offered
     */
    public static ConnectionScope of(String findings, String assets, String direction) {
        return new ConnectionScope(
                chosen(FINDINGS, FindingsType.values(), findings),
                chosen(ASSETS, AssetType.values(), assets),
                chosen(DIRECTION, Direction.values(), direction));
    }

    private static <E extends Enum<E>> E chosen(String what, E[] offered, String word) {
        var said = word.strip().replace(' ', '_');
        for (var one : offered) {
            if (said.isEmpty() || one.name().equalsIgnoreCase(said)) {
                return one;
            }
        }
        throw new FaultException(
                FaultKind.CONFIGURATION,
                "SETTING_CHOICE",
                "'" + what + "' is not what is offered: " + offered[0].name() + ".",
                "Leave it as the form offers it.");
    }
}
