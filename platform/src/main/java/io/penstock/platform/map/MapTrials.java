package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.map.TrialOrder.Chance;
import io.penstock.platform.map.TrialOrder.Draft;
import io.penstock.platform.map.TrialOrder.Pasted;
import io.penstock.platform.map.TrialOrder.SavedMap;
import io.penstock.platform.map.TrialOrder.Stored;
import io.penstock.platform.transform.MapTrial;
import io.penstock.platform.transform.PageRecords;
import io.penstock.platform.transform.StreamPlan;
import io.penstock.source.StreamSpec;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Shows what a map would do with records; nothing is written. */
@Component
public class MapTrials {

    /** Most records of one trial. */
    static final int RECORDS_MAX = 200;

    /** Most records that are given away whole. */
    public static final int SAMPLES_MAX = 20;

    /** Bytes of a record that are shown. */
    private static final int INPUT_MAX = 4_000;

    private final TransformMaps maps;
    private final MapChecks checks;
    private final Catalogue catalogue;
    private final SampleRecords samples;
    private final Connections connections;

    MapTrials(
            TransformMaps maps,
            MapChecks checks,
            Catalogue catalogue,
            SampleRecords samples,
            Connections connections) {
        this.maps = maps;
        this.checks = checks;
        this.catalogue = catalogue;
        this.samples = samples;
        this.connections = connections;
    }

    /**
     * @throws FaultException NOT_FOUND for an unknown connector, stream, map, page or record;
     *     CONFIGURATION for more records than one trial takes
     */
    public TrialResult run(int tenantId, TrialOrder order) {
        var stream = stream(order.connector(), order.stream());
        var checked = checks.of(order.connector(), text(tenantId, order));
        if (checked.map().isEmpty()) {
            return new TrialResult.Refused(checked.faults());
        }
        var trial = new MapTrial(new StreamPlan(stream, checked.map().get()));
        return new TrialResult.Tried(
                records(tenantId, order, stream).stream()
                        .map(record -> new TrialResult.OneRecord(input(record), trial.of(record)))
                        .toList());
    }

    /**
     * Records of a connection as its pages keep them, chosen by chance.
     *
     * @param count 1 to {@value #SAMPLES_MAX}
     * @return JSON texts; none when no page of the stream is kept
     * @throws FaultException NOT_FOUND for an unknown connection or stream, CONFIGURATION for
     *     another count
     */
    public List<String> samples(int tenantId, UUID connection, String stream, int count) {
        if (count < 1 || count > SAMPLES_MAX) {
            throw refused(
                    "The call asks for "
                            + count
                            + " records, allowed are 1 to "
                            + SAMPLES_MAX
                            + ".");
        }
        var connector = connections.require(tenantId, connection).connectorKey();
        var found =
                samples.some(
                        tenantId,
                        stream,
                        new Chance(connection, count),
                        stream(connector, stream).records());
        return found.stream().map(record -> new String(record, StandardCharsets.UTF_8)).toList();
    }

    private StreamSpec stream(String connector, String stream) {
        return catalogue.find(connector).stream()
                .flatMap(one -> one.streams().stream())
                .filter(one -> one.name().text().equals(stream))
                .findFirst()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "STREAM_UNKNOWN",
                                "The catalogue has no stream '"
                                        + Shown.of(stream)
                                        + "' of connector '"
                                        + Shown.of(connector)
                                        + "'.",
                                "GET /api/v1/models names the streams."));
    }

    private String text(int tenantId, TrialOrder order) {
        return switch (order.map()) {
            case SavedMap(var map, var version) -> maps.require(tenantId, map, version).body();
            case Draft(var file) -> file.checkable();
        };
    }

    private List<byte[]> records(int tenantId, TrialOrder order, StreamSpec stream) {
        return switch (order.records()) {
            case Pasted(var json) -> List.of(pasted(json));
            case Stored place ->
                    List.of(samples.one(tenantId, order.stream(), place, stream.records()));
            case Chance some -> {
                if (some.count() < 1 || some.count() > RECORDS_MAX) {
                    throw refused(
                            "The trial asks for "
                                    + some.count()
                                    + " records, allowed are 1 to "
                                    + RECORDS_MAX
                                    + ".");
                }
                yield samples.some(tenantId, order.stream(), some, stream.records());
            }
        };
    }

    private static byte[] pasted(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PageRecords.RECORD_MAX) {
            throw refused(
                    "The record has "
                            + bytes.length
                            + " bytes, at most "
                            + PageRecords.RECORD_MAX
                            + ".");
        }
        return bytes;
    }

    private static String input(byte[] record) {
        var shown = Math.min(record.length, INPUT_MAX);
        return Shown.clean(new String(record, 0, shown, StandardCharsets.UTF_8));
    }

    private static FaultException refused(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "TRIAL_SIZE", sentence, "");
    }
}
