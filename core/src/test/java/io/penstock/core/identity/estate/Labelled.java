package io.penstock.core.identity.estate;

import io.penstock.core.identity.HostFacts;

import java.util.Set;

/**
 * A record, and the machine that it is really of.
 *
 * @param tokens what it truly tells of the machine, in one spelling, addresses apart
 */
record Labelled(HostFacts facts, Machine machine, String source, Set<String> tokens) {

    /** For the list of failures. */
    String shown() {
        return "%s/%s #%d %s %s..%s"
                .formatted(
                        source,
                        machine.kind(),
                        machine.number(),
                        facts.identifiers().values(),
                        facts.firstSeen().toString(),
                        facts.lastSeen().toString());
    }
}
