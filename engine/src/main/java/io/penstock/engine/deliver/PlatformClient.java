package io.penstock.engine.deliver;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Target;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.Transport;
import io.penstock.engine.read.PageSink;
import io.penstock.wire.CheckReport;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.EnginePresence;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.NewKey;
import io.penstock.wire.OpenRun;
import io.penstock.wire.Orders;
import io.penstock.wire.Plan;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;

/**
 * The conversation of {@link EnginePaths}; pages and slices of one run go through {@link #intake}.
 * Every call may throw a {@code FaultException}; repeating a call is safe.
 */
public final class PlatformClient {

    private final Target target;
    private final PlatformCalls calls;

    /**
     * @param keys under a login by now
     */
    public PlatformClient(EngineKeys keys, Transport transport) {
        this.target = keys.config().target();
        this.calls = new PlatformCalls(keys, transport);
    }

    /** What the profile wants done; the first call, so it logs in. */
    public Plan plan() {
        var plan =
                calls.send(
                        calls.request(EnginePaths.plan(target.connection(), target.profile())),
                        Plan.class,
                        "the plan of profile " + target.profile());
        if (plan.version() > Plan.VERSION) {
            throw newer(plan);
        }
        return plan;
    }

    private static FaultException newer(Plan plan) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "PLATFORM_NEWER",
                "The platform speaks version "
                        + plan.version()
                        + " of the protocol, this engine "
                        + Plan.VERSION
                        + ".",
                "Use the engine image of the platform's version.");
    }

    /** Opens a run or takes over an unfinished one. */
    public RunOpened open(OpenRun message) {
        var path = EnginePaths.runs(target.connection(), target.profile());
        return calls.send(
                calls.message(path, "POST", message),
                RunOpened.class,
                "a new run of connection " + target.connection());
    }

    /** Where the pages of a run go. */
    public PageSink intake(RunTicket ticket) {
        return new RunIntake(calls, ticket);
    }

    /**
     * Keeps the lease.
     *
     * @param atMost how long to wait for the answer: a late one is of no use
     */
    public HeartbeatAnswer heartbeat(RunTicket ticket, Duration atMost) {
        var request =
                calls.request(EnginePaths.heartbeat(ticket.run()))
                        .timeout(atMost)
                        .POST(BodyPublishers.noBody());
        return calls.send(leased(request, ticket), HeartbeatAnswer.class, "the heartbeat");
    }

    /** Reports that reading is over. */
    public RunSummary end(RunTicket ticket, RunEnd end) {
        var request = calls.message(EnginePaths.runEnd(ticket.run()), "POST", end);
        return calls.send(leased(request, ticket), RunSummary.class, "the end of the run");
    }

    /** Gives the run back before its lease ends, so that the next engine need not wait. */
    public void release(RunTicket ticket, Duration atMost) {
        var request =
                calls.request(EnginePaths.release(ticket.run()))
                        .timeout(atMost)
                        .POST(BodyPublishers.noBody());
        calls.tell(leased(request, ticket), "giving back the run");
    }

    /**
     * Takes a run that somebody ordered, so that no other engine does.
     *
     * @param engine this process; for it the same answer comes again
     */
    public void take(UUID order, UUID engine) {
        var path = EnginePaths.runOrder(target.connection(), target.profile(), order, engine);
        calls.tell(calls.request(path).POST(BodyPublishers.noBody()), "the order " + order);
    }

    /** Says that this engine is there. */
    public void present(UUID engine, EnginePresence presence) {
        var path = EnginePaths.presence(target.connection(), target.profile(), engine);
        calls.tell(calls.message(path, "PUT", presence), "the presence of the engine");
    }

    /** Replaces the engine's own key. */
    public void replaceKey(NewKey key) {
        calls.tell(calls.message(EnginePaths.KEY, "PUT", key), "the new key");
    }

    /** What the platform wants an engine that waits to do. */
    public Orders orders() {
        return calls.send(
                calls.request(EnginePaths.orders(target.connection(), target.profile())),
                Orders.class,
                "the orders of profile " + target.profile());
    }

    /** Tells what a connection test found. */
    public void report(CheckReport report) {
        var path = EnginePaths.checks(target.connection(), target.profile());
        calls.tell(
                calls.message(path, "POST", report),
                "the report of a test of connection " + target.connection());
    }

    static HttpRequest.Builder leased(HttpRequest.Builder request, RunTicket ticket) {
        return request.header(EnginePaths.HEADER_LEASE, ticket.lease().toString());
    }
}
