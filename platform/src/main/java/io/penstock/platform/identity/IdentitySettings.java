package io.penstock.platform.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param worker false leaves the jobs to other processes on the same database
 * @param simulationTime how long a simulation of rules may take
 */
@ConfigurationProperties("penstock.identity")
public record IdentitySettings(
        @DefaultValue("true") boolean worker, @DefaultValue("60s") Duration simulationTime) {

    public IdentitySettings {
        if (simulationTime.isNegative()
                || simulationTime.isZero()
                || simulationTime.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "penstock.identity.simulation-time is "
                            + simulationTime
                            + ", allowed is more than nothing to 10 minutes");
        }
    }
}
