package io.penstock.platform.api;

import io.penstock.platform.security.Caller;
import io.penstock.platform.security.NewUser;
import io.penstock.platform.security.Role;
import io.penstock.platform.security.User;
import io.penstock.platform.security.Users;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Users, and the caller's own password. */
@RestController
class UsersController {

    private final Users users;

    UsersController(Users users) {
        this.users = users;
    }

    record UserInput(@Nullable String username, @Nullable String role) {}

    record UserJson(UUID uuid, String username, Role role, boolean enabled, Instant createdAt) {

        static UserJson of(User user) {
            return new UserJson(
                    user.id(), user.username(), user.role(), user.enabled(), user.createdAt());
        }
    }

    /** The password is shown this once. */
    record NewUserJson(UUID uuid, String username, Role role, String password) {

        static NewUserJson of(NewUser made) {
            var user = made.user();
            return new NewUserJson(user.id(), user.username(), user.role(), made.password());
        }

        @Override
        public String toString() {
            return "NewUserJson[" + username + "]";
        }
    }

    record RoleInput(@Nullable String role) {}

    record PasswordInput(@Nullable String present, @Nullable String wanted) {

        @Override
        public String toString() {
            return "PasswordInput[***]";
        }
    }

    /** Make a user; the answer shows the password this once. */
    @PostMapping("/api/v1/users")
    @ResponseStatus(HttpStatus.CREATED)
    NewUserJson create(Caller caller, @RequestBody UserInput input) {
        var made = users.create(caller.tenantId(), text(input.username()), role(input.role()));
        return NewUserJson.of(made);
    }

    /** All users. */
    @GetMapping("/api/v1/users")
    List<UserJson> all(Caller caller) {
        return users.all(caller.tenantId()).stream().map(UserJson::of).toList();
    }

    /** Shut a user out. */
    @PostMapping("/api/v1/users/{uuid}/disable")
    UserJson disable(Caller caller, @PathVariable UUID uuid) {
        return UserJson.of(users.disable(caller.tenantId(), uuid));
    }

    /** Let a user in again, with the password of before. */
    @PostMapping("/api/v1/users/{uuid}/enable")
    UserJson enable(Caller caller, @PathVariable UUID uuid) {
        return UserJson.of(users.enable(caller.tenantId(), uuid));
    }

    /** Give a user another role; sessions end. */
    @PostMapping("/api/v1/users/{uuid}/role")
    UserJson changeRole(Caller caller, @PathVariable UUID uuid, @RequestBody RoleInput input) {
        return UserJson.of(users.changeRole(caller.tenantId(), uuid, role(input.role())));
    }

    /**
     * Give a user a random password; the answer shows it this once. Sessions and tokens of the
     * sign-in end, API tokens go on.
     */
    @PostMapping("/api/v1/users/{uuid}/reset-password")
    NewUserJson resetPassword(Caller caller, @PathVariable UUID uuid) {
        return NewUserJson.of(users.resetPassword(caller.tenantId(), uuid));
    }

    /** End every session and token of the sign-in of the caller, this one too. */
    @PostMapping("/api/v1/me/end-sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Caller caller) {
        users.endSessions(caller);
    }

    /** Change the caller's own password. */
    @PostMapping("/api/v1/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(Caller caller, @RequestBody PasswordInput input) {
        users.changePassword(caller, raw(input.present()), raw(input.wanted()));
    }

    private static Role role(@Nullable String name) {
        return Role.byHand(raw(name));
    }

    private static String text(@Nullable String value) {
        return raw(value).strip();
    }

    /** A password keeps its blanks. */
    private static String raw(@Nullable String value) {
        return value == null ? "" : value;
    }
}
