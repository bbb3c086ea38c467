package io.penstock.platform.transform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process transforms.
 *
 * @param workers threads; 0 leaves the work to other processes on the same database
 */
@ConfigurationProperties("penstock.transform")
public record TransformSettings(@DefaultValue("2") int workers) {

    public TransformSettings {
        if (workers < 0 || workers > 64) {
            throw new IllegalArgumentException(
                    "penstock.transform.workers is " + workers + ", allowed are 0 to 64");
        }
    }
}
