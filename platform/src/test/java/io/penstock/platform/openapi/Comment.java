package io.penstock.platform.openapi;

import java.util.Map;

/**
 * What Javadoc says of a type or a method, as Markdown in one line.
 *
 * @param sentence the first, without its full stop
 * @param more what follows it, or empty
 * @param parameters by name
 * @param answer what {@code @return} says, or empty
 */
record Comment(String sentence, String more, Map<String, String> parameters, String answer) {

    static final Comment NONE = new Comment("", "", Map.of(), "");

    /** The whole text. */
    String text() {
        return more.isEmpty() ? sentence : sentence + ". " + more;
    }

    /** What is said of a parameter or a record's component, as a sentence begins; or empty. */
    String parameter(String name) {
        return capital(parameters.getOrDefault(name, ""));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
