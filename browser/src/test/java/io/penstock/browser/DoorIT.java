package io.penstock.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In, out, and the own password. */
@ExtendWith(InBrowser.class)
class DoorIT {

    @Test
    void opensByKeyboardAlone(World world) {
        try (var tab = world.stranger()) {
            tab.open("/connections");
            assertThat(tab.path()).isEqualTo("/sign-in");
            assertThat(tab.field("User name")).isFocused();
            tab.type(world.site().viewer().username());
            tab.press("Tab");
            tab.type(world.site().viewer().password());
            tab.leave(() -> tab.press("Enter"));
            assertThat(tab.path()).isNotEqualTo("/sign-in");

            tab.press("Tab");
            assertThat(tab.link("Skip to content")).isFocused();
            assertThat(tab.link("Skip to content")).isInViewport();
            tab.press("Enter");
            assertThat(tab.main()).isFocused();
        }
    }

    @Test
    void staysShutForAWrongPassword(World world) {
        try (var tab = world.stranger()) {
            tab.open("/sign-in");
            tab.field("User name").fill("admin");
            tab.field("Password").fill("not the password");
            tab.follow(tab.button("Sign in"));

            assertThat(tab.alert()).hasText("The user name or the password is wrong.");
            assertThat(tab.field("Password")).isEmpty();
            assertThat(tab.open("/account").path()).isEqualTo("/sign-in");
        }
    }

    @Test
    void closesBehindTheOneWhoLeaves(World world) {
        try (var tab = world.stranger()) {
            SignIn.with(tab, world.site().admin());
            tab.follow(tab.button("Sign out"));

            assertThat(tab.page().getByText("You are signed out.")).isVisible();
            assertThat(tab.open("/connections").path()).isEqualTo("/sign-in");
        }
    }

    @Test
    void changesThePasswordAndTakesTheNewOne(World world) {
        var user = world.site().session().createUser("paul", "VIEWER");
        var wanted = "a new one for paul";
        try (var tab = world.stranger()) {
            SignIn.with(tab, user);
            tab.open("/account");
            tab.watch().expect(400);
            change(tab, user.password(), wanted, wanted + "!");
            assertThat(tab.alert()).hasText("The new password and its repetition differ.");
            assertThat(tab.field("New password")).isEmpty();

            change(tab, user.password(), wanted, wanted);
            assertThat(tab.page().getByText("The password is changed.")).isVisible();
            tab.field("User name").fill(user.username());
            tab.field("Password").fill(wanted);
            tab.follow(tab.button("Sign in"));
            assertThat(tab.path()).isNotEqualTo("/sign-in");
        }
    }

    private static void change(Tab tab, String present, String wanted, String again) {
        tab.field("Present password").fill(present);
        tab.field("New password").fill(wanted);
        tab.field("New password, again").fill(again);
        tab.follow(tab.button("Change password"));
    }
}
