package io.penstock.platform.security;

/** A user just made. The password is shown this once; {@code toString} leaves it out. */
public record NewUser(User user, String password) {

    @Override
    public String toString() {
        return "NewUser[" + user.username() + "]";
    }
}
