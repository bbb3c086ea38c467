package io.penstock.platform.score;

import io.penstock.core.score.BandWeights;
import io.penstock.core.score.ScoreStrategy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How assets are scored.
 *
 * @param strategy name and version of a {@link ScoreStrategy}
 * @param weights of the bands, for {@code official-v1}
 * @param workers threads; 0 leaves the work to other processes on the same database
 * @param delay how long a score may wait while pages are loaded, 1 s to 1 h
 */
@ConfigurationProperties("penstock.scores")
public record ScoreSettings(
        @DefaultValue("monotone-v1") String strategy,
        @DefaultValue Weights weights,
        @DefaultValue("1") int workers,
        @DefaultValue("60s") Duration delay) {

    /** See {@link BandWeights}. */
    public record Weights(
            @DefaultValue("1.0") double critical,
            @DefaultValue("0.6") double high,
            @DefaultValue("0.4") double medium,
            @DefaultValue("0.2") double low) {

        BandWeights bands() {
            return BandWeights.of(critical, high, medium, low);
        }
    }

    public ScoreSettings {
        var known = ScoreStrategy.all(weights.bands()).stream().map(ScoreStrategy::key).toList();
        if (!known.contains(strategy)) {
            throw new IllegalArgumentException(
                    "penstock.scores.strategy is '" + strategy + "', allowed are " + known);
        }
        if (workers < 0 || workers > 16) {
            throw new IllegalArgumentException(
                    "penstock.scores.workers is " + workers + ", allowed are 0 to 16");
        }
        if (delay.compareTo(Duration.ofSeconds(1)) < 0
                || delay.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "penstock.scores.delay is " + delay + ", allowed are 1s to 1h");
        }
    }

    ScoreStrategy chosen() {
        return ScoreStrategy.find(strategy, weights.bands()).orElseThrow();
    }
}
