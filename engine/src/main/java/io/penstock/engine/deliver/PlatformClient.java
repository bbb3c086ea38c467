package io.penstock.engine.deliver;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Transport;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Page;
import io.penstock.source.Secret;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.OpenRun;
import io.penstock.wire.Plan;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.StreamState;
import io.penstock.wire.WireJson;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The conversation of {@link EnginePaths}. Every call may throw a {@code FaultException}; repeating
 * a call is safe, because the platform knows pages by their sequence and plans by their stream.
 */
public final class PlatformClient {

    private static final int UNAUTHORISED = 401;
    private static final int TOKEN_LENGTH_MAX = 16_000;
    private static final String JSON = "application/json";

    private final EngineConfig config;
    private final Transport transport;
    private final ReentrantLock loggingIn = new ReentrantLock();
    private volatile @Nullable Secret token;

    public PlatformClient(EngineConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
    }

    /** What the profile wants done; the first call, so it logs in. */
    public Plan plan() {
        var target = config.target();
        return get(
                EnginePaths.plan(target.connection(), target.profile()),
                Plan.class,
                "the plan of profile " + target.profile());
    }

    /** Opens a run or takes over an unfinished one. */
    public RunOpened open(OpenRun message) {
        var target = config.target();
        var path = EnginePaths.runs(target.connection(), target.profile());
        return post(
                path, message, RunOpened.class, "a new run of connection " + target.connection());
    }

    /** Tells how a stream was cut; the first plan stays. */
    public StreamState slices(RunTicket ticket, String stream, PlannedSlices slices) {
        var request = json(EnginePaths.slices(ticket.run(), stream), "PUT", WireJson.write(slices));
        return send(leased(request, ticket), StreamState.class, "the slices of " + stream);
    }

    /** Delivers a page as it came. */
    public Receipt deliver(RunTicket ticket, String stream, int slice, long sequence, Page page) {
        var path = EnginePaths.page(ticket.run(), stream, slice, sequence);
        var request = json(path, "PUT", page.body());
        if (!page.encoding().equals("identity")) {
            request.header("Content-Encoding", page.encoding());
        }
        request.header(EnginePaths.HEADER_SHA256, Digest.sha256(page.body()))
                .header(EnginePaths.HEADER_RECORDS, Integer.toString(page.records()))
                .header(EnginePaths.HEADER_FRESH, Integer.toString(page.fresh()))
                .header(EnginePaths.HEADER_NEXT, page.next().text())
                .header(EnginePaths.HEADER_TOTAL, Long.toString(page.total()))
                .header(EnginePaths.HEADER_LAST, Boolean.toString(page.last()));
        return send(
                leased(request, ticket),
                Receipt.class,
                "page " + sequence + " of " + stream + " slice " + slice);
    }

    /** Reports a slice read to its end. */
    public SliceVerdict end(RunTicket ticket, String stream, int slice, SliceEnd end) {
        var path = EnginePaths.sliceEnd(ticket.run(), stream, slice);
        var request = json(path, "POST", WireJson.write(end));
        return send(
                leased(request, ticket),
                SliceVerdict.class,
                "the end of " + stream + " slice " + slice);
    }

    /**
     * Keeps the lease.
     *
     * @param atMost how long to wait for the answer: a late one is of no use
     */
    public HeartbeatAnswer heartbeat(RunTicket ticket, Duration atMost) {
        var request =
                request(EnginePaths.heartbeat(ticket.run()))
                        .timeout(atMost)
                        .POST(BodyPublishers.noBody());
        return send(leased(request, ticket), HeartbeatAnswer.class, "the heartbeat");
    }

    /** Reports that reading is over. */
    public RunSummary end(RunTicket ticket, RunEnd end) {
        var request = json(EnginePaths.runEnd(ticket.run()), "POST", WireJson.write(end));
        return send(leased(request, ticket), RunSummary.class, "the end of the run");
    }

    private static HttpRequest.Builder leased(HttpRequest.Builder request, RunTicket ticket) {
        return request.header(EnginePaths.HEADER_LEASE, ticket.lease().toString());
    }

    private <T> T get(String path, Class<T> type, String call) {
        return send(request(path).GET(), type, call);
    }

    private <T> T post(String path, Object message, Class<T> type, String call) {
        return send(json(path, "POST", WireJson.write(message)), type, call);
    }

    private HttpRequest.Builder json(String path, String method, byte[] body) {
        BodyPublisher publisher = BodyPublishers.ofByteArray(body);
        return request(path).header("Content-Type", JSON).method(method, publisher);
    }

    private HttpRequest.Builder request(String path) {
        return transport
                .request(URI.create(config.api() + path))
                .header("Accept", JSON)
                .header(EnginePaths.HEADER_CUSTOMER, config.target().customer().toString());
    }

    private <T> T send(HttpRequest.Builder request, Class<T> type, String call) {
        var known = login(null);
        var answer = send(request, known);
        if (answer.status() == UNAUTHORISED) {
            answer = send(request, login(known));
        }
        if (answer.status() / 100 != 2) {
            throw PlatformRefusals.of(answer, call, config.api().toString());
        }
        return WireJson.read(answer.body(), type);
    }

    private HttpAnswer send(HttpRequest.Builder request, Secret login) {
        return transport.send(
                request.copy().setHeader("Authorization", "Bearer " + login.reveal()).build());
    }

    /** The login, made anew when there is none or when it was refused; one thread at a time. */
    private Secret login(@Nullable Secret refused) {
        loggingIn.lock();
        try {
            var known = token;
            if (known != null && !known.equals(refused)) {
                return known;
            }
            var fresh = requestLogin();
            token = fresh;
            return fresh;
        } finally {
            loggingIn.unlock();
        }
    }

    private Secret requestLogin() {
        var form =
                JdkHttpPort.encoded(
                        Map.of(
                                "username", config.login().username(),
                                "password", config.login().password().reveal(),
                                "token", "true"));
        var request =
                transport
                        .request(URI.create(config.api() + EnginePaths.LOGIN))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(EnginePaths.HEADER_CUSTOMER, config.target().customer().toString())
                        .POST(BodyPublishers.ofString(form))
                        .build();
        var answer = transport.send(request);
        if (answer.status() != 201 && answer.status() != 200) {
            throw PlatformRefusals.login(answer, config.api().toString());
        }
        return usable(new String(answer.body(), StandardCharsets.US_ASCII).strip());
    }

    private Secret usable(String text) {
        var fits = !text.isEmpty() && text.length() <= TOKEN_LENGTH_MAX;
        if (!fits || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "PLATFORM_TOKEN_UNREADABLE",
                    "The platform at " + config.api() + " answered the login without a token.",
                    "Check that connector.api.url is the address of a Penstock platform.");
        }
        return new Secret(text);
    }
}
