package io.penstock.platform.map;

/**
 * One thing wrong with a map.
 *
 * @param row from 1; 0 for the map as a whole
 * @param field the part of the row, such as {@code source}
 * @param code stable, upper case
 * @param error false when the map works all the same
 * @param sentence what is wrong and how to mend it
 */
public record MapFault(int row, String field, String code, boolean error, String sentence) {}
