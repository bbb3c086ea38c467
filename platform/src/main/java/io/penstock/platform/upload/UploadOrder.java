package io.penstock.platform.upload;

/**
 * What somebody says of a file before it comes.
 *
 * @param stream what its records are, by the connector's name for it
 * @param form {@code csv} or {@code ndjson}
 * @param separator one character that cuts a cell into the elements of a list
 * @param by who sends it
 */
public record UploadOrder(String stream, String form, String separator, String by) {}
