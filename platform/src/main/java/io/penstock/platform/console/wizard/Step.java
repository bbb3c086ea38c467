package io.penstock.platform.console.wizard;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the wizard in their order (S-017). */
public enum Step {
    BASIC_DETAILS("basic-details", "Basic Details"),
    DATA_MODEL("data-model", "Data Model"),
    TRANSFORM_MAPS("transform-maps", "Transform Maps"),
    PROFILE("profile", "Profile"),
    IDENTIFICATION_RULES("identification-rules", "Select Identification Rules"),
    REVIEW("review", "Review");

    private final String slug;
    private final String label;

    Step(String slug, String label) {
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
        return ordinal() + 1;
    }

    /** The step before; the first one's is itself. */
    Step before() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /** The step after; the last one's is itself. */
    Step after() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }
}
