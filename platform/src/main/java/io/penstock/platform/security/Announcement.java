package io.penstock.platform.security;

/** Where the first password is said: the terminal of whoever starts the platform, never a log. */
interface Announcement {

    void say(String line);
}
