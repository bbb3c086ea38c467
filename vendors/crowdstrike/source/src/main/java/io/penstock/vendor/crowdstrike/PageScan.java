package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;

import java.util.Optional;

/**
 * What one pass over a page told.
 *
 * @param records elements of {@code resources}
 * @param fresh those of them that stand after the key the reader had reached
 * @param blocks which of the blocks that must be asked for the records carry
 * @param total the vendor's count, or -1 when it is missing
 * @param limit the page size the vendor says it used, or -1
 * @param after the vendor's cursor; empty, null and missing are one
 * @param last the greatest key on the page
 * @param atLast how many records share the greatest key's timestamp
 * @param error the first error the answer carries, if any
 */
record PageScan(
        int records,
        int fresh,
        Blocks blocks,
        long total,
        int limit,
        String after,
        RecordKey last,
        int atLast,
        Optional<VendorError> error) {

    /**
     * @param keyField the name of the timestamp that orders the stream
     * @param reached records up to this key are not fresh
     * @throws io.penstock.core.fault.FaultException MALFORMED when the body is cut off or no page
     */
    static PageScan of(HttpAnswer answer, Endpoint endpoint, String keyField, RecordKey reached) {
        return FalconJson.scan(
                answer,
                "GET " + endpoint.path(),
                parser -> new PageScanner(parser, keyField, reached).page());
    }
}
