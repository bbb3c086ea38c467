package io.penstock.engine.run;

import io.penstock.engine.read.JobTally;

/**
 * What this process has done so far, for whoever wants to look.
 *
 * @param jobs reading and delivering
 * @param vendor calls to the vendor
 * @param runs the runs themselves
 */
public record EngineTally(JobTally jobs, VendorCalls vendor, RunTally runs) {

    public EngineTally() {
        this(new JobTally(), new VendorCalls(), new RunTally(System::nanoTime));
    }
}
