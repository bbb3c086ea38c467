package io.penstock.platform.setting;

import java.time.Duration;

/**
 * A number that people may choose while the platform runs. Whoever obeys it declares it as a bean.
 *
 * @param key for {@link Settings#chosen}
 * @param label a sentence that the number and the unit end
 * @param least smallest number allowed
 * @param most largest number allowed
 * @param standing what counts while nobody has chosen, in words
 * @param help what else is to know
 */
public record RunTimeSetting(
        String key,
        String label,
        String unit,
        long least,
        long most,
        String standing,
        String help) {

    /** A number of days. */
    public static RunTimeSetting days(
            String key, String label, long least, long most, Duration standing, String help) {
        var days = standing.toDays();
        var words = Duration.ofDays(days).equals(standing) ? days + "" : standing + "";
        return new RunTimeSetting(key, label, "days", least, most, words, help);
    }
}
