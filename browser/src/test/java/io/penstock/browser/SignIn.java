package io.penstock.browser;

import io.penstock.launcher.client.Credentials;

/** The form at the door. */
final class SignIn {

    private SignIn() {}

    /** Fills in the form and waits for what comes after it. */
    static void with(Tab tab, Credentials user) {
        tab.open("/sign-in");
        tab.field("User name").fill(user.username());
        tab.field("Password").fill(user.password());
        tab.follow(tab.button("Sign in"));
    }
}
