package io.penstock.engine.run;

import io.penstock.engine.enrol.EngineKeys;
import io.penstock.wire.EnginePresence;
import io.penstock.wire.Orders;

import java.util.UUID;
import java.util.function.Supplier;

/** What a waiting engine does on orders of the platform. */
final class WaitingDuties implements OrderDesk.Duties {

    private final Networks networks;
    private final ConnectionCheck check;
    private final EngineKeys keys;
    private final Supplier<EnginePresence> presence;

    WaitingDuties(
            Networks networks,
            ConnectionCheck check,
            EngineKeys keys,
            Supplier<EnginePresence> presence) {
        this.networks = networks;
        this.check = check;
        this.keys = keys;
        this.presence = presence;
    }

    @Override
    public Orders orders() {
        return networks.platform().orders();
    }

    @Override
    public void check(UUID order) {
        check.report(order, check.make());
    }

    @Override
    public void take(UUID order) {
        networks.platform().take(order, EngineIdentity.id());
    }

    @Override
    public void replaceKey() {
        keys.replace(networks.platform()::replaceKey);
    }

    @Override
    public void present() {
        networks.platform().present(EngineIdentity.id(), presence.get());
    }
}
