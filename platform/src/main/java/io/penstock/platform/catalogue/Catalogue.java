package io.penstock.platform.catalogue;

import io.penstock.source.SourceDescriptor;
import io.penstock.source.VendorSource;

import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The connectors that can be set up (S-001, S-023): one per vendor package on the class path. */
@Component
public final class Catalogue {

    private final List<SourceDescriptor> connectors;

    public Catalogue() {
        this.connectors =
                ServiceLoader.load(VendorSource.class).stream()
                        .map(provider -> provider.get().descriptor())
                        .sorted(Comparator.comparing(SourceDescriptor::label))
                        .toList();
        var keys = connectors.stream().map(SourceDescriptor::key).distinct().count();
        if (keys != connectors.size()) {
            throw new IllegalStateException(
                    "two vendor packages share a key: "
                            + connectors.stream().map(SourceDescriptor::key).toList());
        }
    }

    /** All of them, by label. */
    public List<SourceDescriptor> connectors() {
        return connectors;
    }

    public Optional<SourceDescriptor> find(String key) {
        return connectors.stream().filter(connector -> connector.key().equals(key)).findFirst();
    }

    /** The names of a connector's streams, hosts first; none when it is not installed any more. */
    public List<String> streams(String key) {
        return find(key).stream()
                .flatMap(connector -> connector.streams().stream())
                .map(stream -> stream.name().text())
                .toList();
    }
}
