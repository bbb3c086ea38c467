package io.penstock.platform.security;

/** A token just made. The text is shown this once; {@code toString} leaves it out. */
public record NewApiToken(ApiToken about, String token) {

    @Override
    public String toString() {
        return "NewApiToken[" + about.name() + "]";
    }
}
