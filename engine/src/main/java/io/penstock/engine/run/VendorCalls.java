package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.source.HttpPort;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Calls to the vendor by how they were answered. Safe from any thread. */
public final class VendorCalls {

    /** The class of a call that was not answered. */
    static final String NO_ANSWER = "none";

    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    /** The same way to the network, counted. */
    HttpPort counted(HttpPort port) {
        return call -> {
            try {
                var answer = port.send(call);
                count(statusClass(answer.status()));
                return answer;
            } catch (FaultException e) {
                count(NO_ANSWER);
                throw e;
            }
        };
    }

    private void count(String statusClass) {
        calls.computeIfAbsent(statusClass, _ -> new LongAdder()).increment();
    }

    private static String statusClass(int status) {
        return Math.clamp(status / 100, 1, 5) + "xx";
    }

    /** Calls so far by class: {@code 1xx} to {@code 5xx}, or {@code none} without an answer. */
    public Map<String, Long> byClass() {
        var all = new TreeMap<String, Long>();
        calls.forEach((statusClass, count) -> all.put(statusClass, count.sum()));
        return all;
    }
}
