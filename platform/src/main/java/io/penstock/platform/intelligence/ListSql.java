package io.penstock.platform.intelligence;

/**
 * How a staged list becomes the stored one. The binds are {@code tenant} and {@code date}.
 *
 * @param stage columns of the temporary table {@code list_stage} behind {@code line} and {@code
 *     cve_id}
 * @param changed CVEs whose facts differ in what scores are made from
 * @param merge writes what differs; its rows say whether each was new
 */
record ListSql(String table, String stage, String changed, String merge) {}
