package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.record.Facet;
import io.penstock.vendor.crowdstrike.simulation.tenant.Mix;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fault that a block is missing although its facet was asked for. */
final class LostFacet {

    private static final int SALT = 225;
    private static final Pattern FORM =
            Pattern.compile("(cve|host_info|remediation|evaluation_logic)(?::([0-9]{1,3}|1000))?");

    /** Which blocks, and how many calls out of a thousand. */
    private record Loss(Set<Facet> facets, int perMille) {}

    private final long seed;
    private final Setting<Loss> loss;
    private final AtomicLong calls = new AtomicLong();

    LostFacet(Switchboard board, long seed) {
        this.seed = seed;
        this.loss =
                board.add(
                        Switch.of(
                                        "lost-facet",
                                        "none",
                                        "the facet whose block is missing although asked for, and"
                                                + " behind a colon per mille of calls",
                                        LostFacet::read)
                                .tried("host_info", "cve:250"));
    }

    private static Loss read(String text) {
        if (text.equals("none")) {
            return new Loss(Set.of(), 0);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "allowed are none, cve, host_info, remediation and evaluation_logic, the"
                            + " latter with :0 to :1000 behind them");
        }
        int perMille = form.group(2) == null ? 1000 : Integer.parseInt(form.group(2));
        return new Loss(Facet.of(Set.of(form.group(1))), perMille);
    }

    /** What is left of the facets asked for. */
    Set<Facet> left(Set<Facet> asked) {
        Loss now = loss.value();
        long call = calls.incrementAndGet();
        if (now.perMille() == 0 || Mix.below(Mix.of(seed, SALT, call), 1000) >= now.perMille()) {
            return asked;
        }
        Set<Facet> left = EnumSet.noneOf(Facet.class);
        left.addAll(asked);
        if (left.removeAll(now.facets())) {
            loss.strike();
        }
        return left;
    }
}
