package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.closing.ClosingSettings;
import io.penstock.platform.connector.NewProfile;
import io.penstock.platform.setup.ProfileSetup;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A profile as it is typed (S-050 to S-055).
 *
 * @param map the UUID of a map, or empty
 * @param version a number, or empty to follow the newest
 * @param retain whether findings that are not reported any more stay as they are (B-46)
 * @param share percent
 * @param count a number, or empty for no such limit
 * @param floor a number
 */
public record DraftProfile(
        String name,
        String description,
        String map,
        String version,
        boolean active,
        boolean retain,
        String share,
        String count,
        String floor) {

    private static final int DIGITS_MAX = 10;

    static DraftProfile blank(String name, UUID map) {
        var profile = new NewProfile(name, "", map, null, true);
        return of(new ProfileSetup(profile, ClosingSettings.DEFAULT));
    }

    static DraftProfile of(ProfileSetup setup) {
        var profile = setup.profile();
        var breaker = setup.closings().breaker();
        return new DraftProfile(
                profile.name(),
                profile.description(),
                text(profile.map()),
                text(profile.version()),
                profile.active(),
                setup.closings().retainMissing(),
                text(breaker.share()),
                text(breaker.count()),
                text(breaker.floor()));
    }

    /** An active one that is set up alike. */
    DraftProfile unnamed() {
        return new DraftProfile("", "", map, version, true, retain, share, count, floor);
    }

    /** With another map where it has the one of before. */
    DraftProfile moved(UUID from, UUID to) {
        return map.equals(from.toString()) ? withMap(to) : this;
    }

    /** With another map, in its newest version. */
    DraftProfile withMap(UUID chosen) {
        return new DraftProfile(
                name, description, chosen.toString(), "", active, retain, share, count, floor);
    }

    /**
     * What is stored at last.
     *
     * @throws FaultException CONFIGURATION naming the field that is no number or out of its bounds
     */
    ProfileSetup entered() {
        var wanted = number("Map version", version);
        var most = number("Most closings", count);
        return new ProfileSetup(
                new NewProfile(
                        name,
                        description,
                        uuid(map),
                        wanted == null ? null : (int) Math.min(wanted, Integer.MAX_VALUE),
                        active),
                ClosingSettings.checked(
                        retain, required("Share", share), most, required("Floor", floor)));
    }

    private static long required(String label, String typed) {
        var number = number(label, typed);
        if (number == null) {
            throw refused("'" + label + "' is required and is empty.");
        }
        return number;
    }

    private static @Nullable Long number(String label, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused(
                    "'" + label + "' is not a whole number of at most " + DIGITS_MAX + " digits.");
        }
        return Long.parseLong(text);
    }

    private static @Nullable UUID uuid(String typed) {
        try {
            return typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw refused("'Transform Map' is not one of the list.");
        }
    }

    private static FaultException refused(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "PROFILE_FIELD", sentence, "");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
