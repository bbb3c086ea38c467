package io.penstock.vendor.crowdstrike.simulation.fault;

import io.penstock.simulator.SimulatedAnswer;
import io.penstock.simulator.option.Plan;
import io.penstock.simulator.option.Trigger;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Gateway;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Refusals for too many calls. From a strike on, every call the plan covers is refused until the
 * wait is over, as a limit would; the time that is told may be in milliseconds, be missing, or come
 * too early.
 */
final class TooMany implements Replacement {

    private final Trigger trigger;
    private final InstantSource clock;
    private @Nullable Block block;

    private record Block(Plan plan, Instant until, long setting) {}

    TooMany(Trigger trigger, InstantSource clock) {
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public Optional<SimulatedAnswer> instead(Call call) {
        Optional<Block> now = blocked(call);
        now.ifPresent(_ -> trigger.struck());
        return now.map(blocked -> refusal(call, blocked));
    }

    private synchronized Optional<Block> blocked(Call call) {
        Block last = block;
        if (last != null
                && last.setting() == trigger.setting()
                && clock.instant().isBefore(last.until())) {
            return Optional.of(last).filter(held -> held.plan().covers(call.name()));
        }
        block = trigger.next(call.name()).map(this::begun).orElse(null);
        return Optional.ofNullable(block);
    }

    private Block begun(Plan plan) {
        return new Block(plan, clock.instant().plusSeconds(plan.number("wait")), trigger.setting());
    }

    private static SimulatedAnswer refusal(Call call, Block block) {
        SimulatedAnswer answer = Refusals.replaced(call, Gateway.tooMany(call.trace()));
        answer.headers().put("X-Ratelimit-Remaining", "0");
        long told =
                Math.ceilDiv(block.until().toEpochMilli(), 1000L) - block.plan().number("early");
        switch (block.plan().word("form")) {
            case "s" -> answer.headers().put("X-Ratelimit-RetryAfter", Long.toString(told));
            case "ms" -> answer.headers().put("X-Ratelimit-RetryAfter", told + "000");
            default -> answer.headers().remove("X-Ratelimit-RetryAfter");
        }
        return answer;
    }
}
