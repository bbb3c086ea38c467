package io.penstock.vendor.crowdstrike.simulation.fault;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program that reads all findings. The naive one takes whatever it cannot read for the end of the
 * data; the careful one tries again, asks for a new token, and fails when the count is not right.
 */
public final class TinyClient {

    private static final String DONE = "";
    private static final int TRIES = 5;

    private final boolean careful;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base = System.getenv("PENSTOCK_SIMULATOR_URL");
    private final List<String> rows = new ArrayList<>();
    private String token = "";
    private long total = -1;

    private TinyClient(boolean careful) {
        this.careful = careful;
    }

    /** Takes {@code naive} or {@code careful}; ends with 1 when it knows that rows are missing. */
    public static void main(String[] arguments) throws Exception {
        TinyClient client = new TinyClient(arguments[0].equals("careful"));
        boolean complete = client.read();
        List<String> lines = client.rows.stream().map(id -> "finding " + id).toList();
        Files.write(Path.of(System.getenv("PENSTOCK_SIMULATOR_IDS")), lines);
        System.exit(complete ? 0 : 1);
    }

    private boolean read() throws InterruptedException {
        String after = DONE;
        Set<String> seen = new LinkedHashSet<>();
        do {
            Optional<JsonNode> read = page(after);
            if (read.isEmpty()) {
                return !careful;
            }
            JsonNode page = read.get();
            page.get("resources").forEach(row -> rows.add(row.get("id").asString()));
            total = page.at("/meta/pagination/total").asLong();
            after = page.at("/meta/pagination/after").asString(DONE);
        } while (!after.isEmpty() && (!careful || (rows.size() < total && seen.add(after))));
        return !careful || rows.size() == total;
    }

    private Optional<JsonNode> page(String after) throws InterruptedException {
        for (int tries = 0; tries < (careful ? TRIES : 1); tries++) {
            try {
                if (token.isEmpty()) {
                    login();
                }
                HttpResponse<String> answer = send(get(base + path(after)));
                if (answer.statusCode() == 308 && careful) {
                    answer = send(get(answer.headers().firstValue("location").orElseThrow()));
                }
                JsonNode page = JsonMapper.shared().readTree(answer.body());
                if (answer.statusCode() == 200 && (!careful || page.at("/errors").isEmpty())) {
                    return Optional.of(page);
                }
                if (answer.statusCode() == 401) {
                    token = "";
                }
                Thread.sleep(answer.statusCode() == 429 ? 1200 : 10);
            } catch (IOException | RuntimeException e) {
                token = "";
            }
        }
        return Optional.empty();
    }

    private void login() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(tokenCall(base + "/oauth2/token"));
        if (answer.statusCode() == 308) {
            answer = send(tokenCall(answer.headers().firstValue("location").orElseThrow()));
        }
        token = JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private static HttpRequest tokenCall(String address) {
        String form =
                "client_id="
                        + System.getenv("PENSTOCK_SIMULATOR_CLIENT_ID")
                        + "&client_secret="
                        + System.getenv("PENSTOCK_SIMULATOR_SECRET");
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String path(String after) {
        String page = after.isEmpty() ? "" : "&after=" + encoded(after);
        return Served.SPOTLIGHT
                + "?limit=500&sort=created_timestamp.asc&filter="
                + encoded("created_timestamp:>'1970-01-01'")
                + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
