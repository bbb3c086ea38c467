package io.penstock.launcher.client;

/** A name and its password; {@code toString} leaves the password out. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
