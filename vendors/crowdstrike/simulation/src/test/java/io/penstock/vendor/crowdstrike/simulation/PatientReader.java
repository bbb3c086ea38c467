package io.penstock.vendor.crowdstrike.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads lists over HTTP and believes nothing but ids: it follows cursors until there is none or one
 * comes again, and reads everything several times.
 */
record PatientReader(URI address, String token) {

    private static final int AGAIN_MAX = 6;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Rows as the oracle writes them, by id. */
    Map<String, String> findings(String filter, int passes)
            throws IOException, InterruptedException {
        return read(Falcon.SPOTLIGHT, filter, passes, Falcon::findingRow);
    }

    Map<String, String> hosts(String filter, int passes) throws IOException, InterruptedException {
        return read(Falcon.COMBINED, filter, passes, Falcon::hostRow);
    }

    private Map<String, String> read(
            String path, String filter, int passes, Function<JsonNode, String> row)
            throws IOException, InterruptedException {
        Map<String, String> rows = new HashMap<>();
        for (int pass = 0; pass < passes; pass++) {
            // A cursor may come again behind an empty page; too often, and it leads in a circle.
            Map<String, Integer> seen = new HashMap<>();
            String after = "";
            do {
                JsonNode page = page(path, filter, after);
                page.get("resources").forEach(r -> rows.put(r.get("id").asString(), row.apply(r)));
                after = page.get("meta").get("pagination").path("after").asString("");
            } while (!after.isEmpty() && seen.merge(after, 1, Integer::sum) < AGAIN_MAX);
        }
        return rows;
    }

    private JsonNode page(String path, String filter, String after)
            throws IOException, InterruptedException {
        String query =
                "?limit=200&sort="
                        + encoded(path.equals(Falcon.COMBINED) ? "id|asc" : "created_timestamp|asc")
                        + "&filter="
                        + encoded(filter)
                        + (after.isEmpty() ? "" : "&after=" + encoded(after));
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path + query))
                        .header("Authorization", "Bearer " + token)
                        .build();
        byte[] body = HTTP.send(request, BodyHandlers.ofByteArray()).body();
        return JsonMapper.shared().readTree(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
