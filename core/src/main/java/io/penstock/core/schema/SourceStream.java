package io.penstock.core.schema;

import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;

import java.util.List;
import java.util.Optional;

/** The records of one stream and what they may hold. */
public record SourceStream(StreamName name, StreamKind kind, List<SourceAttribute> attributes) {

    public SourceStream {
        attributes = List.copyOf(attributes);
    }

    public Optional<SourceAttribute> find(FieldPath path) {
        return attributes.stream().filter(a -> a.path().equals(path)).findFirst();
    }

    /** Which part of the target model its records describe. */
    public TargetAttribute.Part part() {
        return switch (kind) {
            case HOSTS -> TargetAttribute.Part.ASSET;
            case FINDINGS -> TargetAttribute.Part.FINDING;
        };
    }
}
