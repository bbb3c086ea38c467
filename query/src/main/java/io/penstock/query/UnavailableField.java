package io.penstock.query;

/**
 * A name that people know from elsewhere and that cannot be asked for here.
 *
 * @param name such as {@code finding.qid}; {@code software.*} stands for all names that begin so
 * @param because the rest of a sentence after "is not available because", without its full stop
 * @param instead the field to ask for, or empty
 */
public record UnavailableField(String name, String because, String instead) {

    static final String ALL = ".*";

    public UnavailableField {
        if (name.isBlank() || because.isBlank()) {
            throw new IllegalArgumentException("an unavailable field has a name and a reason");
        }
    }

    String hint() {
        return instead.isEmpty() ? "Leave it out." : "Use " + instead + ".";
    }
}
