package io.penstock.core.run;

import java.util.regex.Pattern;

/** The name of a stream as the vendor's descriptor declares it, such as {@code hosts}. */
public record StreamName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public StreamName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "stream name '"
                            + text
                            + "' is not 1 to 40 lower-case letters, digits or hyphens");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
