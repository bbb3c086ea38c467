package io.penstock.platform.inventory;

/**
 * A record that could not be mapped.
 *
 * @param index its place in the page, from 0
 * @param recordKey the vendor's id, or empty when even that is missing
 * @param field the target attribute or source field at fault
 * @param reason one sentence
 */
public record RejectedRecord(int index, String recordKey, String field, String reason) {}
