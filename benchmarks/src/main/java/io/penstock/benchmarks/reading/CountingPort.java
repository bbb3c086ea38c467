package io.penstock.benchmarks.reading;

import io.penstock.source.HttpAnswer;
import io.penstock.source.HttpCall;
import io.penstock.source.HttpPort;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls by path on their way. */
record CountingPort(HttpPort port, Map<String, AtomicLong> calls) implements HttpPort {

    static CountingPort before(HttpPort port) {
        return new CountingPort(port, new ConcurrentHashMap<>());
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        calls.computeIfAbsent(call.uri().getPath(), _ -> new AtomicLong()).incrementAndGet();
        return port.send(call);
    }

    /** Calls so far whose path contains a text. */
    long callsOf(String part) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getKey().contains(part))
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    Map<String, Long> byPath() {
        var sorted = new TreeMap<String, Long>();
        calls.forEach((path, count) -> sorted.put(path, count.get()));
        return sorted;
    }
}
