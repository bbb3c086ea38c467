package io.penstock.engine.config;

import io.penstock.wire.env.EngineSetting;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** The environment's schedule with its time zone. */
final class ScheduleValues {

    private final SettingValues values;

    ScheduleValues(SettingValues values) {
        this.values = values;
    }

    /** Empty for one run on demand. A wrong zone is refused even then. */
    Optional<Schedule> schedule() {
        var zone = zone();
        var value = withoutBold(values.text(EngineSetting.CRON_EXPRESSION));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schedule.parse(value, zone));
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(
                    EngineSetting.CRON_EXPRESSION,
                    "is '" + SettingValues.shown(value) + "', " + e.getMessage(),
                    e);
        }
    }

    private ZoneId zone() {
        var value = values.text(EngineSetting.CRON_ZONE);
        try {
            return value.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(value);
        } catch (DateTimeException e) {
            throw SettingValues.wrong(
                    EngineSetting.CRON_ZONE,
                    "is '"
                            + SettingValues.shown(value)
                            + "', which is no time zone such as Europe/Berlin",
                    e);
        }
    }

    /** Two asterisks on either side are bold print that was copied along (B-22). */
    private static String withoutBold(String value) {
        var front = value.matches("\\*\\*\\s*[^*\\s].*") ? value.substring(2).strip() : value;
        return front.endsWith("**") ? front.substring(0, front.length() - 2).strip() : front;
    }
}
