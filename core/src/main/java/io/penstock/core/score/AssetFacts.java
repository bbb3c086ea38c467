package io.penstock.core.score;

/** What the score of an asset is made from. */
public record AssetFacts(FindingTotals findings, Criticality criticality, Exposure exposure) {}
