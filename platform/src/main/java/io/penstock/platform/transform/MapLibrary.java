package io.penstock.platform.transform;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.StreamSpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled maps by stored map version and stream. A stored version never changes. */
@Component
class MapLibrary {

    /** More versions than this are in use at once only if something leaks. */
    private static final int PLANS_MAX = 1_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Map<Key, StreamPlan> plans = new ConcurrentHashMap<>();

    MapLibrary(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    private record Key(int tenantId, int mapId, String connector, String stream) {}

    StreamPlan plan(int tenantId, int mapId, String connector, String stream) {
        if (plans.size() > PLANS_MAX) {
            plans.clear();
        }
        return plans.computeIfAbsent(new Key(tenantId, mapId, connector, stream), this::compile);
    }

    private StreamPlan compile(Key key) {
        var body =
                jdbc.sql("select body from transform_map where tenant_id = ? and map_id = ?")
                        .param(key.tenantId())
                        .param(key.mapId())
                        .query(String.class)
                        .single();
        return new StreamPlan(spec(key), MapJson.stored(body));
    }

    private StreamSpec spec(Key key) {
        var name = new StreamName(key.stream());
        return catalogue.find(key.connector()).stream()
                .flatMap(d -> d.streams().stream())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.CONFIGURATION,
                                "STREAM_UNKNOWN",
                                "Connector '"
                                        + key.connector()
                                        + "' has no stream '"
                                        + key.stream()
                                        + "' any more.",
                                "Put the vendor package of that version back."));
    }
}
