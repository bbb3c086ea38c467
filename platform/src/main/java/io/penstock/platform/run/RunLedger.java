package io.penstock.platform.run;

import io.penstock.core.run.StreamKind;

import java.util.List;
import java.util.Optional;

/** A run with the account of its streams, hosts first. */
public record RunLedger(Run run, List<StreamLedger> streams) {

    public RunLedger {
        streams = List.copyOf(streams);
    }

    /** True when every stream's numbers agree (design section 4, rule 6). */
    public boolean balanced() {
        return !streams.isEmpty()
                && streams.stream().allMatch(stream -> stream.imbalances().isEmpty());
    }

    /** The first stream of a kind. */
    public Optional<StreamLedger> stream(StreamKind kind) {
        return streams.stream().filter(stream -> stream.kind() == kind).findFirst();
    }

    /** Records that came, over all streams. */
    public long received() {
        return streams.stream().mapToLong(stream -> stream.slices().received()).sum();
    }

    /** Records that could not be mapped, over all streams. */
    public long rejected() {
        return streams.stream().mapToLong(stream -> stream.records().rejected()).sum();
    }
}
