package io.penstock.core.transform;

import java.util.regex.Pattern;

/** The JDK's own patterns: good enough for the well-meant texts of tests. */
final class PlainPatterns implements TextPatterns {

    @Override
    public Rewrite rewrite(String pattern, String with) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceAll(with);
    }
}
