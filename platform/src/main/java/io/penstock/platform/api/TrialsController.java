package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.MapTrials;
import io.penstock.platform.map.TrialOrder;
import io.penstock.platform.map.TrialOrder.Chance;
import io.penstock.platform.map.TrialOrder.Draft;
import io.penstock.platform.map.TrialOrder.MapText;
import io.penstock.platform.map.TrialOrder.Pasted;
import io.penstock.platform.map.TrialOrder.Records;
import io.penstock.platform.map.TrialOrder.SavedMap;
import io.penstock.platform.map.TrialOrder.Stored;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/** Tries a map, saved or not, on one pasted record, a stored one, or some by chance. */
@RestController
class TrialsController {

    private final MapTrials trials;

    TrialsController(MapTrials trials) {
        this.trials = trials;
    }

    /**
     * @param run with slice, sequence and index
     */
    record StoredInput(UUID run, int slice, long sequence, int index) {}

    record ChanceInput(UUID connection, int count) {}

    /**
     * @param saved a stored map's uuid; else {@code map} is a draft
     * @param version of the stored map; null for its newest
     * @param record one record, pasted
     */
    record TrialInput(
            @Nullable String connector,
            @Nullable String stream,
            @Nullable UUID saved,
            @Nullable Integer version,
            @Nullable JsonNode map,
            @Nullable String record,
            @Nullable StoredInput stored,
            @Nullable ChanceInput chance) {

        TrialOrder order() {
            if (connector == null || stream == null) {
                throw missing("'connector' and 'stream'");
            }
            return new TrialOrder(connector, stream, mapText(), records());
        }

        private MapText mapText() {
            if (saved != null) {
                return new SavedMap(saved, version);
            }
            if (map == null) {
                throw missing("'saved' or 'map'");
            }
            return new Draft(MapFile.of(map));
        }

        private Records records() {
            if (record != null) {
                return new Pasted(record);
            }
            if (stored != null) {
                return new Stored(stored.run(), stored.slice(), stored.sequence(), stored.index());
            }
            if (chance != null) {
                return new Chance(chance.connection(), chance.count());
            }
            throw missing("'record', 'stored' or 'chance'");
        }

        private static FaultException missing(String fields) {
            return new FaultException(
                    FaultKind.CONFIGURATION,
                    "FIELD_MISSING",
                    "The body has no " + fields + ".",
                    "");
        }
    }

    /**
     * @param records JSON texts; none when no page of the stream is kept
     */
    record SamplesJson(List<String> records) {}

    /** Stored records of a connection to try maps on, chosen by chance. */
    @GetMapping("/api/v1/maps/samples")
    SamplesJson samples(
            Caller caller,
            @RequestParam UUID connection,
            @RequestParam String stream,
            @RequestParam(defaultValue = "1") int count) {
        return new SamplesJson(trials.samples(caller.tenantId(), connection, stream, count));
    }

    /** What a map would do with records; nothing is stored. */
    @PostMapping("/api/v1/maps/try")
    TrialJson run(Caller caller, @RequestBody TrialInput input) {
        return TrialJson.of(trials.run(caller.tenantId(), input.order()));
    }
}
