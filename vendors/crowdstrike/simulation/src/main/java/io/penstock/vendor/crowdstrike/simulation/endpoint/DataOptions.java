package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;
import io.penstock.vendor.crowdstrike.simulation.tenant.Traits;

import java.util.Arrays;
import java.util.List;

/** The switches of the tenant and of what its pages hold. */
public final class DataOptions {

    private final TraitOptions traits;
    private final Paging paging;
    private final GoneIds gone;
    private final Movement movement;
    private final Setting<List<Advance>> advances;

    private DataOptions(Switchboard board, long seed) {
        this.traits = new TraitOptions(board);
        this.paging = Paging.on(board, seed);
        this.gone = new GoneIds(board, seed);
        this.movement = new Movement(board);
        this.advances =
                board.add(
                        Switch.of(
                                        "advance",
                                        "none",
                                        "how the tenant moved on before the start, such as"
                                                + " 7:0.01,30:0.05: days and the share of findings"
                                                + " that changed",
                                        DataOptions::read)
                                .fixed());
    }

    /** Adds the switches to the board of a simulation. */
    public static DataOptions on(Switchboard board, long seed) {
        return new DataOptions(board, seed);
    }

    private static List<Advance> read(String text) {
        return text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",")).map(Advance::of).toList();
    }

    /** What sets the tenant apart; to be asked once all switches are set. */
    public Traits traits() {
        return traits.traits();
    }

    /** The tenant after the steps before the start. */
    public Timeline advanced(Tenant tenant) {
        Timeline timeline = new Timeline(tenant);
        advances.value().forEach(step -> timeline.advance(step.seconds(), step.share()));
        return timeline;
    }

    Paging paging() {
        return paging;
    }

    GoneIds gone() {
        return gone;
    }

    Movement movement() {
        return movement;
    }
}
