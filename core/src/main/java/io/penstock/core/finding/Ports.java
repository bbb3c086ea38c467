package io.penstock.core.finding;

import static java.util.stream.Collectors.toSet;

import io.penstock.core.finding.SourceRecord.Port;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ports that a class of records falls apart by: a record that names no protocol joins the only
 * one of its port, a record that names no port the only port there is.
 */
final class Ports {

    private final Map<Integer, Set<String>> protocols = new HashMap<>();
    private final Port unsaid;

    Ports(Collection<SourceRecord> records) {
        records.forEach(record -> name(record.port()));
        var places = records.stream().map(SourceRecord::port).map(this::numbered).collect(toSet());
        places.remove(Port.NONE);
        unsaid = places.size() == 1 ? places.iterator().next() : Port.NONE;
    }

    private void name(Port port) {
        var number = port.number();
        var protocol = port.protocol();
        if (number != null) {
            var named = protocols.computeIfAbsent(number, _ -> new HashSet<>());
            if (protocol != null) {
                named.add(protocol);
            }
        }
    }

    /** The port that a record is counted under. */
    Port of(SourceRecord record) {
        return record.port().number() == null ? unsaid : numbered(record.port());
    }

    private Port numbered(Port port) {
        var number = port.number();
        if (number == null) {
            return Port.NONE;
        }
        var named = protocols.getOrDefault(number, Set.of());
        return port.protocol() == null && named.size() == 1
                ? new Port(number, named.iterator().next())
                : port;
    }
}
