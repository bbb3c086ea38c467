package io.penstock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Answers as the recordings did: the three unmanaged hosts of file 06, and the findings of files 01
 * and 02 on one page whose cursor is still alive, as it was in file 01. The recordings were made
 * with the facet cve alone; the host_info that our request asks for is filled in from the device of
 * the same sensor in file 05.
 */
final class RecordedVendor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN =
            "{\"access_token\":\"recorded\",\"expires_in\":1799,\"token_type\":\"bearer\"}";

    private final HttpServer server;
    private final JsonNode hosts;
    private final String findings;

    private RecordedVendor(Path samples) throws IOException {
        hosts = read(samples, "06-discover-hosts-unmanaged.json");
        findings = findings(samples);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static RecordedVendor start(Path root) throws IOException {
        return new RecordedVendor(
                root.resolve("vendors/crowdstrike/source/src/test/resources/falcon-samples"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static JsonNode read(Path samples, String name) throws IOException {
        return JSON.readTree(Files.readString(samples.resolve(name)));
    }

    private static String findings(Path samples) throws IOException {
        var page = (ObjectNode) read(samples, "01-spotlight-combined-5-of-5-after-still-set.json");
        var device = read(samples, "05-devices-scroll-and-entities-v2.json").findParent("hostname");
        var rows = new ArrayList<JsonNode>();
        for (var row : page.get("resources")) {
            var hostInfo = ((ObjectNode) row).putObject("host_info");
            hostInfo.set("hostname", device.get("hostname"));
            hostInfo.set("local_ip", device.get("local_ip"));
            hostInfo.set("os_version", device.get("os_version"));
            rows.add(row);
        }
        var second = read(samples, "02-spotlight-combined-1-of-1-kev-after-empty.json");
        rows.add(second.get("resources").get(0));
        page.set("resources", JSON.valueToTree(rows));
        ((ObjectNode) page.get("meta").get("pagination")).put("total", rows.size());
        return JSON.writeValueAsString(page);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/oauth2/token" -> send(exchange, 201, TOKEN);
                case "/discover/queries/hosts/v1" -> send(exchange, 200, hostIds());
                case "/discover/entities/hosts/v1" -> send(exchange, 200, hosts.toString());
                case "/spotlight/combined/vulnerabilities/v1" -> send(exchange, 200, findings);
                default -> send(exchange, 404, "{\"errors\":[{\"code\":404,\"message\":\"no\"}]}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hostIds() {
        var answer = JSON.createObjectNode();
        var pagination = answer.putObject("meta").putObject("pagination");
        pagination.put("offset", 0).put("limit", 100).put("total", hosts.get("resources").size());
        var ids = answer.putArray("resources");
        hosts.get("resources").forEach(host -> ids.add(host.get("id")));
        return answer.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
