package io.penstock.engine.read;

import io.penstock.engine.retry.RetryTally;

/**
 * What all jobs of a process have done so far.
 *
 * @param streams read of each stream
 * @param vendor repeated calls to the vendor
 * @param platform repeated calls to the platform
 */
public record JobTally(ReadTally streams, RetryTally vendor, RetryTally platform) {

    public JobTally() {
        this(new ReadTally(), new RetryTally(), new RetryTally());
    }
}
