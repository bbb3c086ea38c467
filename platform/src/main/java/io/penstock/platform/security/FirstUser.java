package io.penstock.platform.security;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Makes the administrator at the first start, or gives it a new password when told to. */
@Component
class FirstUser implements SmartInitializingSingleton {

    static final String NAME = "admin";

    private final Tenants tenants;
    private final UserRows rows;
    private final Passwords passwords;
    private final Announcement announcement;
    private final boolean reset;

    FirstUser(
            Tenants tenants,
            UserRows rows,
            Passwords passwords,
            Announcement announcement,
            @Value("${penstock.reset-admin-password:false}") boolean reset) {
        this.tenants = tenants;
        this.rows = rows;
        this.passwords = passwords;
        this.announcement = announcement;
        this.reset = reset;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = rows.byName(NAME);
        if (known.isPresent() && !reset) {
            return;
        }
        var password = passwords.random();
        var hash = passwords.hash(password);
        if (known.isPresent()) {
            rows.setPassword(known.get().user(), hash);
            rows.setEnabled(known.get().user(), true);
        } else if (!rows.insert(tenants.first(), UUID.randomUUID(), NAME, hash, Role.ADMIN)) {
            // Another platform process on the same database was faster and has printed its own.
            return;
        }
        announcement.say(
                "Sign in to the console as '"
                        + NAME
                        + "' with the password below. It is shown this once; change it under"
                        + " Account.");
        announcement.say("PENSTOCK_FIRST_PASSWORD " + NAME + " " + password);
    }
}
