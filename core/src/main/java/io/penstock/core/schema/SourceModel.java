package io.penstock.core.schema;

import io.penstock.core.run.StreamName;

import java.util.List;
import java.util.Optional;

/** A vendor's data model: its streams and their attributes (S-028, S-037). */
public record SourceModel(String name, String label, int version, List<SourceStream> streams) {

    public SourceModel {
        streams = List.copyOf(streams);
    }

    public Optional<SourceStream> find(StreamName name) {
        return streams.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
