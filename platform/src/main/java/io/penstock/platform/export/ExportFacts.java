package io.penstock.platform.export;

import java.time.Instant;

/**
 * What a file of a public standard says of its own making.
 *
 * @param exportedAt when the export began
 * @param productVersion of this product, such as {@code 0.1.0}
 * @param tenant whose inventory it is, or empty
 */
public record ExportFacts(Instant exportedAt, String productVersion, String tenant) {

    /** This product's name, and its vendor's. */
    static final String PRODUCT = "Penstock";
}
