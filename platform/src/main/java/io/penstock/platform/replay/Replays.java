package io.penstock.platform.replay;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.MapChoice;
import io.penstock.platform.intake.PageArrivals;
import io.penstock.platform.replay.ReplayOrder.AllPages;
import io.penstock.platform.replay.ReplayOrder.Rejects;
import io.penstock.platform.replay.ReplayRows.Source;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Opens replays. They are single-flight with every other run of the connection. */
@Component
public class Replays {

    private final ReplayRows rows;
    private final MapChoice maps;
    private final PageArrivals arrivals;

    Replays(ReplayRows rows, MapChoice maps, PageArrivals arrivals) {
        this.rows = rows;
        this.maps = maps;
        this.arrivals = arrivals;
    }

    /**
     * Opens a run that goes through stored pages again; the transformation takes it from here.
     *
     * @param by who asks
     * @return the new run
     * @throws FaultException NOT_FOUND for an unknown run or map; CONFLICT while another run of the
     *     connection is under way, when the run is not complete, when its pages are kept no more,
     *     or when nothing is in quarantine
     */
    @Transactional
    public UUID start(int tenantId, String by, ReplayOrder order) {
        var source = rows.source(tenantId, order.run()).orElseThrow(() -> unknown(order.run()));
        if (!rows.lockIdle(tenantId, source.connectionId())) {
            throw conflict(
                    "CONNECTION_BUSY",
                    "The connection '" + source.connectionName() + "' has a run in progress.",
                    "Cancel it or wait for its end, then replay.");
        }
        var map =
                order.map() == null
                        ? source.mapId()
                        : maps.require(
                                tenantId, source.connectorKey(), order.map(), order.version());
        var uuid = UUID.randomUUID();
        var run = rows.open(tenantId, source, uuid, map, by);
        var pages =
                switch (order.selection()) {
                    case AllPages _ -> allPages(tenantId, source, run, order.run());
                    case Rejects rejects -> rejects(tenantId, source, run, rejects);
                };
        requireKept(tenantId, run, pages, order.run());
        rows.addStreams(tenantId, source.runId(), run, order.selection() instanceof AllPages);
        arrivals.signal();
        return uuid;
    }

    private int allPages(int tenantId, Source source, long run, UUID uuid) {
        if (!source.state().equals("COMPLETE")) {
            throw conflict(
                    "RUN_NOT_COMPLETE",
                    "The run "
                            + uuid
                            + " is "
                            + source.state()
                            + "; only a complete one can be"
                            + " replayed as a whole.",
                    "Replay its rejected records, or a complete run.");
        }
        return rows.addAllPages(tenantId, source.runId(), run);
    }

    private int rejects(int tenantId, Source source, long run, Rejects rejects) {
        var place = RecordPlace.of(rejects.record());
        var pages = rows.addRejects(tenantId, source.runId(), run, rejects, place);
        if (pages == 0) {
            throw conflict(
                    "NOTHING_TO_REPLAY",
                    "No record of this run that the choice fits is in quarantine.",
                    "GET /api/v1/quarantine lists the records that are.");
        }
        return pages;
    }

    private void requireKept(int tenantId, long run, int pages, UUID source) {
        var emptied = rows.emptied(tenantId, run);
        if (emptied > 0) {
            throw conflict(
                    "PAGES_NOT_KEPT",
                    "Of run "
                            + source
                            + " "
                            + emptied
                            + " of the "
                            + pages
                            + " pages needed are kept no more: later complete full runs have"
                            + " taken their place.",
                    "Replay a later complete full run.");
        }
    }

    private static FaultException conflict(String code, String sentence, String hint) {
        return new FaultException(FaultKind.CONFLICT, code, sentence, hint);
    }

    private static FaultException unknown(UUID run) {
        return new FaultException(
                FaultKind.NOT_FOUND, "RUN_UNKNOWN", "There is no run " + run + ".", "");
    }
}
