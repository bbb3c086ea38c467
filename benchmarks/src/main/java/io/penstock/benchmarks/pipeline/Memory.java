package io.penstock.benchmarks.pipeline;

/** Peaks of resident memory in bytes; of PostgreSQL the sum of what its processes have for own. */
record Memory(long platform, long engine, long simulator, long postgres) {}
