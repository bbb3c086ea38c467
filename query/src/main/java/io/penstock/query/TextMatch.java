package io.penstock.query;

/** How the values of a text field are compared. */
public enum TextMatch {
    /** Sentences and names: a bare word is looked for anywhere; an exact value keeps its case. */
    WORDS,
    /** Identifiers as written: a bare word is the whole value. */
    KEY,
    /** Identifiers kept in upper case, such as CVE numbers: whole value, case ignored. */
    UPPER_KEY,
    /** Names without case, indexed in lower case: a bare word anywhere, exact ignores case. */
    LOWER_WORDS;

    /** How the field is searched by a value without a field: anywhere, case ignored. */
    TextMatch anywhere() {
        return this == LOWER_WORDS ? LOWER_WORDS : WORDS;
    }
}
