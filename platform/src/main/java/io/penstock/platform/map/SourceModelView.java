package io.penstock.platform.map;

import io.penstock.core.run.StreamKind;

import java.util.List;
import java.util.Optional;

/** A vendor's data model as a person sees it (S-028, S-029). */
public record SourceModelView(
        String name, String label, String connector, int version, List<StreamView> streams) {

    public SourceModelView {
        streams = List.copyOf(streams);
    }

    /** The records of one stream. */
    public record StreamView(String name, StreamKind kind, List<AttributeView> attributes) {

        public StreamView {
            attributes = List.copyOf(attributes);
        }

        boolean has(String path) {
            return attributes.stream().anyMatch(a -> a.key().equals(path));
        }
    }

    Optional<StreamView> stream(String stream) {
        return streams.stream().filter(s -> s.name().equals(stream)).findFirst();
    }
}
