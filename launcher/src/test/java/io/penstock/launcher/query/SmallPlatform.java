package io.penstock.launcher.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Signs in whoever has the password, and has numbered findings to page through. */
final class SmallPlatform implements AutoCloseable {

    static final String PASSWORD = "open & sesame";
    static final String TOKEN = "token-1";

    private final HttpServer server;
    private final int rows;
    private final List<String> asked = new ArrayList<>();

    private SmallPlatform(HttpServer server, int rows) {
        this.server = server;
        this.rows = rows;
    }

    static SmallPlatform with(int rows) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var platform = new SmallPlatform(server, rows);
        server.createContext("/auth", platform::signIn);
        server.createContext("/api/v1/", platform::search);
        server.start();
        return platform;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Path and body of every search. */
    List<String> asked() {
        return asked;
    }

    private void signIn(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var known = form.contains("username=admin&password=open+%26+sesame&");
        answer(exchange, known ? 201 : 401, known ? TOKEN : "{}");
    }

    private void search(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI() + " " + body);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (body.contains("severty")) {
            problem(exchange, "QUERY_INVALID", "\"position\":11,");
        } else if (body.contains("slow")) {
            problem(exchange, "QUERY_SLOW", "");
        } else {
            answer(exchange, 200, page(number(body, "after"), number(body, "limit")));
        }
    }

    private void problem(HttpExchange exchange, String code, String more) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        answer(
                exchange,
                400,
                "{\"detail\":\"It is \\u001b[31mwrong.\",\"hint\":\"Mend it.\","
                        + more
                        + "\"code\":\""
                        + code
                        + "\"}");
    }

    private String page(int after, int limit) {
        var last = Math.min(rows, after + limit);
        var list = new ArrayList<String>();
        for (var i = after + 1; i <= last; i++) {
            list.add("{\"title\":\"Title " + i + "\",\"severity\":5,\"cveId\":null}");
        }
        return "{\"rows\":["
                + String.join(",", list)
                + "],\"next\":"
                + (last < rows ? "\"" + last + "\"" : "null")
                + ",\"count\":"
                + Math.min(rows, 10_000)
                + ",\"exact\":"
                + (rows <= 10_000)
                + "}";
    }

    private static int number(String body, String member) {
        var from = body.indexOf('"' + member + "\":") + member.length() + 3;
        var digits = body.substring(from).replaceFirst("^\"?(\\d*).*", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
