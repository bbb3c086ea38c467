package io.penstock.engine.config;

import org.springframework.scheduling.support.CronExpression;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When runs start in scheduled mode: a Spring cron expression of six fields (S-154 to S-162).
 *
 * @param text as it was given
 * @param zone where its hours are meant (B-41)
 */
public record Schedule(String text, CronExpression expression, ZoneId zone) {

    private static final List<String> FIELDS =
            List.of("second", "minute", "hour", "day of month", "month", "day of week");

    /** The first moment after another one; empty when the expression never comes true again. */
    public Optional<ZonedDateTime> after(Instant moment) {
        return Optional.ofNullable(expression.next(moment.atZone(zone)));
    }

    /** The next moments, so that nobody has to guess what an expression means. */
    public List<ZonedDateTime> next(Instant from, int count) {
        var moments = new ArrayList<ZonedDateTime>();
        var moment = after(from);
        while (moment.isPresent() && moments.size() < count) {
            moments.add(moment.get());
            moment = after(moment.get().toInstant());
        }
        return moments;
    }

    /**
     * @throws IllegalArgumentException with a clause that names the wrong field and its place
     */
    static Schedule parse(String text, ZoneId zone) {
        var fields = text.strip().split("\\s+");
        if (fields.length != FIELDS.size()) {
            throw new IllegalArgumentException(
                    "which has "
                            + fields.length
                            + " fields instead of 6 ("
                            + String.join(", ", FIELDS)
                            + ")");
        }
        for (int i = 0; i < fields.length; i++) {
            if (!fits(fields[i], i)) {
                throw new IllegalArgumentException(
                        "whose field "
                                + (i + 1)
                                + " ("
                                + FIELDS.get(i)
                                + ") '"
                                + fields[i]
                                + "' is not valid");
            }
        }
        return new Schedule(text, CronExpression.parse(String.join(" ", fields)), zone);
    }

    private static boolean fits(String field, int place) {
        var alone = new ArrayList<>(List.of("*", "*", "*", "*", "*", "*"));
        alone.set(place, field);
        return CronExpression.isValidExpression(String.join(" ", alone));
    }

    @Override
    public String toString() {
        return text;
    }
}
