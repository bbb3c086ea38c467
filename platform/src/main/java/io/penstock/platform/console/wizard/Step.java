package io.penstock.platform.console.wizard;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the wizard in their order (S-017). */
public enum Step {
    BASIC_DETAILS(1, "basic-details", "Basic Details"),
    DATA_MODEL(2, "data-model", "Data Model"),
    TRANSFORM_MAPS(3, "transform-maps", "Transform Maps"),
    PROFILE(4, "profile", "Profile"),
    IDENTIFICATION_RULES(5, "identification-rules", "Select Identification Rules"),
    REVIEW(6, "review", "Review");

    private final int number;
    private final String slug;
    private final String label;

    Step(int number, String slug, String label) {
        this.number = number;
        this.slug = slug;
        this.label = label;
    }

    /** The step of an address. */
    static Optional<Step> find(String slug) {
        return Arrays.stream(values()).filter(step -> step.slug.equals(slug)).findFirst();
    }

    /** The last part of its address. */
    public String slug() {
        return slug;
    }

    /** The specification's words. */
    public String label() {
        return label;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** The step before; the first one's is itself. */
    Step before() {
        return at(number - 1).orElse(this);
    }

    /** The step after; the last one's is itself. */
    Step after() {
        return at(number + 1).orElse(this);
    }

    private static Optional<Step> at(int place) {
        return Arrays.stream(values()).filter(step -> step.number == place).findFirst();
    }
}
