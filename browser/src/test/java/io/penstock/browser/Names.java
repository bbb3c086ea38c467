package io.penstock.browser;

import com.microsoft.playwright.Page.GetByRoleOptions;

import java.util.regex.Pattern;

/** Accessible names to look for. */
final class Names {

    private Names() {}

    static GetByRoleOptions of(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    /**
     * @param pattern a regular expression for the whole name
     */
    static GetByRoleOptions like(String pattern) {
        return new GetByRoleOptions().setName(Pattern.compile("^\\s*" + pattern + "\\s*$"));
    }
}
