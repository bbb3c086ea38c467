package io.penstock.simulator;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Puts answers on the wire. */
final class Sending {

    private Sending() {}

    /** Sends an answer; a cut one leaves the exchange's close to break the connection. */
    static void send(HttpExchange exchange, SimulatedAnswer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body();
        boolean empty = body.length == 0 || bodyless(exchange.getRequestMethod(), answer.status());
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            deliver(exchange.getResponseBody(), body, answer.delivery());
        }
    }

    /** True for an answer that HTTP lets have no body. */
    private static boolean bodyless(String method, int status) {
        return method.equals("HEAD") || status == 204 || status == 304;
    }

    private static void deliver(OutputStream out, byte[] body, Delivery delivery)
            throws IOException {
        switch (delivery) {
            case Delivery.Whole() -> out.write(body);
            case Delivery.Cut(int bytes) -> {
                out.write(body, 0, Math.clamp(bytes, 0, body.length - 1));
                out.flush();
            }
            case Delivery.Drip(int bytes, Duration pause) -> {
                for (int sent = 0; sent < body.length; sent += bytes) {
                    pause(pause);
                    out.write(body, sent, Math.min(bytes, body.length - sent));
                    out.flush();
                }
            }
            case Delivery.Stall(int bytes, Duration pause) -> {
                int first = Math.clamp(bytes, 0, body.length);
                out.write(body, 0, first);
                out.flush();
                pause(pause);
                out.write(body, first, body.length - first);
            }
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server was stopped", e);
        }
    }

    /** Sends a control answer while it is made. */
    static void send(HttpExchange exchange, ControlAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), 0);
        try (OutputStream out = exchange.getResponseBody()) {
            answer.body().writeTo(out);
        }
    }
}
