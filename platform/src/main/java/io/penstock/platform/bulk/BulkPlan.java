package io.penstock.platform.bulk;

/**
 * What a decision on the findings of a query would be.
 *
 * @param findings that match
 * @param onAssets decisions of scope CVE_ON_ASSET: pairs of a CVE and an asset
 * @param cves decisions of scope CVE
 * @param withoutCve findings that these two scopes leave out
 */
public record BulkPlan(int findings, int onAssets, int cves, int withoutCve) {}
