package io.penstock.simulator.conformance;

/**
 * One thing to try a client with.
 *
 * @param option its name; empty for a simulation without faults
 * @param value what it is set to
 * @param help what it imitates
 */
public record Trial(String option, String value, String help) {

    /** The trial that every other is compared with. */
    public static Trial undisturbed() {
        return new Trial("", "", "no fault at all");
    }

    /** What it is called on the card. */
    public String name() {
        return option.isEmpty() ? "none" : option;
    }
}
