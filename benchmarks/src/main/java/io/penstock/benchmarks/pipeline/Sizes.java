package io.penstock.benchmarks.pipeline;

/** The tenant of one measurement. */
record Sizes(int hosts, int findings, long seed) {

    Sizes times(int factor) {
        return new Sizes(
                Math.multiplyExact(hosts, factor), Math.multiplyExact(findings, factor), seed);
    }
}
