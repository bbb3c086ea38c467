package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.ControlRequest;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wish to move the tenant on.
 *
 * @param share of its findings that change
 */
record Advance(long seconds, double share) {

    private static final long DAY = 86_400;
    private static final Pattern STEP = Pattern.compile("([0-9]{1,3}):([0-9](?:\\.[0-9]{1,9})?)");

    /** Reads {@code days:share}, as a switch is read. */
    static Advance of(String text) {
        Matcher step = STEP.matcher(text.strip());
        if (step.matches()) {
            long days = Long.parseLong(step.group(1));
            double share = Double.parseDouble(step.group(2));
            if (days >= 1 && days <= Timeline.DAYS_MAX && share <= 1) {
                return new Advance(days * DAY, share);
            }
        }
        throw new IllegalArgumentException(
                "allowed are none and steps of days:share with commas between them, days from 1 to "
                        + Timeline.DAYS_MAX
                        + " and shares from 0 to 1");
    }

    /** Reads {@code days} or {@code seconds}, and {@code share}. */
    static Advance of(ControlRequest request) {
        String days = request.parameter("days").orElse("");
        String seconds = request.parameter("seconds").orElse("");
        if (days.isEmpty() == seconds.isEmpty()) {
            throw new IllegalArgumentException(
                    "POST advance needs either days or seconds, such as"
                            + " advance?days=7&share=0.01.");
        }
        long wished = days.isEmpty() ? number(seconds, "seconds") : number(days, "days") * DAY;
        return new Advance(wished, share(request.parameter("share").orElse("0.01")));
    }

    private static long number(String text, String name) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "The number of " + name + " is \"" + text + "\", it must be a whole number.");
        }
        return Long.parseLong(text);
    }

    private static double share(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException(
                    "The share of change is \"" + text + "\", allowed are 0 to 1.");
        }
        return Double.parseDouble(text);
    }
}
