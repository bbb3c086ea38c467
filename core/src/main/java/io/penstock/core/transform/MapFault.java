package io.penstock.core.transform;

/**
 * One thing wrong with a map, for the editor to show at its place.
 *
 * @param row the row's place in the map, from 1; 0 for the map itself
 * @param field the member of the row or map, such as {@code target} or {@code functions}
 * @param code stable, upper case with underscores, such as {@code TARGET_UNKNOWN}
 * @param weight whether the map can be saved all the same
 * @param sentence what is wrong and how to mend it
 */
public record MapFault(int row, String field, String code, Weight weight, String sentence) {

    /** How bad it is. */
    public enum Weight {
        /** The map cannot work and is not saved. */
        ERROR,
        /** The map works, but perhaps not as its author thinks. */
        WARNING
    }

    public static MapFault error(int row, String field, String code, String sentence) {
        return new MapFault(row, field, code, Weight.ERROR, sentence);
    }

    public static MapFault warning(int row, String field, String code, String sentence) {
        return new MapFault(row, field, code, Weight.WARNING, sentence);
    }

    public boolean error() {
        return weight == Weight.ERROR;
    }
}
