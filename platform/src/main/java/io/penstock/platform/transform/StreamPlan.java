package io.penstock.platform.transform;

import io.penstock.core.run.StreamKind;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.schema.TargetAttribute.Part;
import io.penstock.core.transform.CompiledMap;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.transform.TargetFit;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.value.FieldPath;
import io.penstock.source.StreamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything needed to transform the pages of one stream with one map version. Immutable. */
public final class StreamPlan {

    private final StreamSpec spec;
    private final CompiledMap map;
    private final int recordKeySlot;
    private final int changedAtSlot;
    private final int scopeSlot;
    private final int[] hostKeySlots;

    /**
     * @throws IllegalArgumentException with one sentence when a function cannot be used as it is
     *     called; a map that was checked never gives this
     */
    public StreamPlan(StreamSpec spec, TransformMap transformMap) {
        this.spec = spec;
        var part = spec.kind() == StreamKind.HOSTS ? Part.ASSET : Part.FINDING;
        this.map =
                new CompiledMap(
                        transformMap, spec.name(), part, ownPaths(spec), new LinearPatterns());
        var projection = map.projection();
        this.recordKeySlot = projection.slot(spec.recordKey());
        this.changedAtSlot = projection.slot(spec.changedAt());
        this.scopeSlot = projection.slot(spec.hostKeyScope());
        this.hostKeySlots = spec.hostKeys().stream().mapToInt(projection::slot).toArray();
    }

    private static List<FieldPath> ownPaths(StreamSpec spec) {
        var paths = new ArrayList<FieldPath>();
        paths.add(spec.recordKey());
        paths.add(spec.changedAt());
        paths.add(spec.hostKeyScope());
        paths.addAll(spec.hostKeys());
        paths.addAll(spec.hostFallback().values());
        return paths;
    }

    public StreamSpec spec() {
        return spec;
    }

    public CompiledMap map() {
        return map;
    }

    public String recordKey(RecordValues values) {
        return text(values, recordKeySlot);
    }

    public String changedAt(RecordValues values) {
        return text(values, changedAtSlot);
    }

    /** The first host key present, without the tenant's own id in front of it. */
    public Optional<String> hostKey(RecordValues values) {
        for (var slot : hostKeySlots) {
            var key = text(values, slot);
            if (!key.isEmpty()) {
                return Optional.of(withoutScope(key, text(values, scopeSlot)));
            }
        }
        return Optional.empty();
    }

    /** What a finding says of its host; empty when it says nothing, or nothing fit to be kept. */
    String fallback(RecordValues values, TargetAttribute target) {
        var path = spec.hostFallback().get(target.key());
        var said = path == null ? "" : text(values, map.projection().slot(path));
        return said.isEmpty() ? "" : TargetFit.text(target, said).orElse("");
    }

    private static String withoutScope(String key, String scope) {
        if (scope.isEmpty() || !key.startsWith(scope) || key.length() == scope.length()) {
            return key;
        }
        var rest = key.substring(scope.length());
        return rest.startsWith("_") && rest.length() > 1 ? rest.substring(1) : rest;
    }

    private static String text(RecordValues values, int slot) {
        var value = values.first(slot);
        return value == null ? "" : value.strip();
    }
}
