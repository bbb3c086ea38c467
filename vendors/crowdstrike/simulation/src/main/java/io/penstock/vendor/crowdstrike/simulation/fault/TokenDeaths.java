package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.option.Trigger;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Gateway;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens that die sooner than they said: strikes token calls, and refuses the data calls made with
 * such a token after its death. Remembers the latest {@value #TOKENS_MAX} of them by signature.
 */
final class TokenDeaths implements Replacement {

    private static final int TOKENS_MAX = 1000;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final Trigger trigger;
    private final RateLimits limits;
    private final InstantSource clock;
    private final Map<String, Instant> deaths = new LinkedHashMap<>();

    TokenDeaths(Trigger trigger, RateLimits limits, InstantSource clock) {
        this.trigger = trigger;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Optional<SimulatedAnswer> instead(Call call) {
        if (call.token()) {
            trigger.next(call.name()).ifPresent(plan -> doom(call, plan.number("after")));
            return Optional.empty();
        }
        String bearer = call.request().header("authorization").orElse("");
        if (!dead(signature(bearer.strip()))) {
            return Optional.empty();
        }
        trigger.struck();
        return Optional.of(
                Gateway.unknownCaller(limits.withoutToken(call.request().remote()), call.trace()));
    }

    private void doom(Call call, int seconds) {
        Matcher token = TOKEN.matcher(new String(call.good().body(), StandardCharsets.US_ASCII));
        if (!token.find()) {
            return;
        }
        synchronized (deaths) {
            while (deaths.size() >= TOKENS_MAX) {
                deaths.remove(deaths.keySet().iterator().next());
            }
            deaths.put(signature(token.group(1)), clock.instant().plusSeconds(seconds));
        }
    }

    private boolean dead(String signature) {
        synchronized (deaths) {
            Instant death = deaths.get(signature);
            return death != null && !clock.instant().isBefore(death);
        }
    }

    /** What is behind the last dot. */
    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
