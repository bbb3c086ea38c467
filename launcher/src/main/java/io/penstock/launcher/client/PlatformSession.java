package io.penstock.launcher.client;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.Problem;
import io.penstock.wire.WireJson;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a signed-in user may ask; signs in again when its token has ended. */
public final class PlatformSession {

    private static final String API = "/api/v1/";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int REFUSED_FROM = 400;

    private static final String WRONG_QUERY = "QUERY_INVALID";

    private final PlatformClient platform;
    private final Supplier<String> signIn;
    private volatile String token;

    /**
     * @param signIn a new token, for when there is none or it has ended
     */
    PlatformSession(PlatformClient platform, @Nullable String token, Supplier<String> signIn) {
        this.platform = platform;
        this.signIn = signIn;
        this.token = token == null ? signIn.get() : token;
    }

    /**
     * Makes a user.
     *
     * @param role ADMIN, VIEWER or ENGINE
     * @return with the password the platform made up, which it shows only now
     */
    public Credentials createUser(String username, String role) {
        var body = WireJson.write(new NewUser(username, role));
        return WireJson.read(call("POST", "users", body), Credentials.class);
    }

    public ConnectionIds createConnection(ConnectionDraft draft) {
        var body = WireJson.write(draft);
        return WireJson.read(call("POST", "connections", body), ConnectionIds.class);
    }

    public void updateConnection(UUID connection, ConnectionDraft draft) {
        call("PUT", "connections/" + connection, WireJson.write(draft));
    }

    /** The runs of a connection, the newest first. */
    public List<RunView> runs(UUID connection) {
        var json = call("GET", "runs?connection=" + connection, new byte[0]);
        return WireJson.read(json, RunList.class).rows();
    }

    public RunView run(UUID run) {
        return WireJson.read(call("GET", "runs/" + run, new byte[0]), RunView.class);
    }

    public RowCount countAssets(String query) {
        return count("assets", query);
    }

    public RowCount countFindings(String query) {
        return count("findings", query);
    }

    private RowCount count(String rows, String query) {
        var path = rows + "?limit=1&query=" + PlatformClient.encoded(query);
        return WireJson.read(call("GET", path, new byte[0]), RowCount.class);
    }

    /**
     * A page of rows.
     *
     * @param rows {@code findings} or {@code assets}
     */
    public SearchAnswer search(String rows, SearchRequest request) {
        var path = rows + "/search";
        var answer = answer("POST", path, WireJson.write(request));
        if (answer.statusCode() == OK) {
            return WireJson.read(answer.body(), SearchAnswer.Page.class);
        }
        return problem(answer)
                .filter(refusal -> WRONG_QUERY.equals(refusal.code()))
                .<SearchAnswer>map(Refusal::wrongQuery)
                .orElseThrow(() -> refused("POST", path, answer));
    }

    private byte[] call(String method, String path, byte[] body) {
        var answer = answer(method, path, body);
        if (answer.statusCode() >= REFUSED_FROM) {
            throw refused(method, path, answer);
        }
        return answer.body();
    }

    private HttpResponse<byte[]> answer(String method, String path, byte[] body) {
        var answer = send(method, path, body);
        if (answer.statusCode() == UNAUTHORIZED) {
            token = signIn.get();
            answer = send(method, path, body);
        }
        return answer;
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body) {
        BodyPublisher content =
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return platform.send(
                HttpRequest.newBuilder(platform.address().resolve(API + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, content));
    }

    private static FaultException refused(String method, String path, HttpResponse<byte[]> answer) {
        var said = problem(answer).map(Refusal::detail).orElse("no reason given");
        return new FaultException(
                FaultKind.CONFLICT,
                "PLATFORM_REFUSED",
                method + " " + path + " was refused with " + answer.statusCode() + ": " + said,
                "");
    }

    private static Optional<Refusal> problem(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(Problem.MEDIA_TYPE))
                .map(_ -> WireJson.read(answer.body(), Refusal.class));
    }

    private record NewUser(String username, String role) {}

    private record RunList(List<RunView> rows) {}

    private record Refusal(
            String detail,
            @Nullable String code,
            @Nullable String hint,
            @Nullable Integer position) {

        SearchAnswer.WrongQuery wrongQuery() {
            return new SearchAnswer.WrongQuery(
                    Objects.requireNonNullElse(position, 1),
                    detail,
                    Objects.requireNonNullElse(hint, ""));
        }
    }
}
