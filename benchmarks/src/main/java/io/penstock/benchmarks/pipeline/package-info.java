/**
 * The throughput run: the real three processes and their PostgreSQL pull a simulated tenant, and
 * the same rows go through a bare COPY in the same database for comparison. {@link
 * io.penstock.benchmarks.pipeline.BenchMain} is the program. Figures only, no verdicts: nothing
 * here fails because a machine is slow.
 */
@NullMarked
package io.penstock.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
