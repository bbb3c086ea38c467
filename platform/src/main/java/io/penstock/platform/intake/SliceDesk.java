package io.penstock.platform.intake;

import static io.penstock.platform.intake.Judgement.Outcome.AGAIN;
import static io.penstock.platform.intake.Judgement.Outcome.SEALED;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.text.SaidText;
import io.penstock.source.PlannedSlice;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;
import io.penstock.wire.StreamState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

/** Plans, splits and judges slices. Every answer may be lost: each call can be repeated. */
@Component
class SliceDesk {

    private static final String JUDGED =
            """
            update run_slice set vendor_total = ?, state = ?, reason = ?,
                reasons = case when ? = '' then reasons else reasons || ?::text end
            where tenant_id = ? and run_id = ? and stream = ? and slice = ?
            """;

    private static final String AGAIN_FROM_START =
            """
            update run_slice set attempt = attempt + 1, reasons = reasons || ?::text, position = '',
                distinct_count = 0, announced_total = -1, last_page_in = false
            where tenant_id = ? and run_id = ? and stream = ? and slice = ?
            """;

    private final JdbcClient jdbc;
    private final RunLeases runs;
    private final StreamRows streams;
    private final SliceRows slices;

    SliceDesk(JdbcClient jdbc, RunLeases runs, StreamRows streams, SliceRows slices) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.streams = streams;
        this.slices = slices;
    }

    /** Stores a plan; the first one stays, because positions belong to it. */
    @Transactional
    public StreamState plan(EngineCall call, String stream, PlannedSlices plan) {
        if (plan.slices().isEmpty() || plan.slices().size() > PlannedSlices.SLICES_MAX) {
            throw refused(
                    "PLAN_SIZE",
                    "A stream has 1 to "
                            + PlannedSlices.SLICES_MAX
                            + " slices; the plan of '"
                            + stream
                            + "' has "
                            + plan.slices().size()
                            + ".");
        }
        plan.slices().forEach(SliceDesk::requireBounds);
        var run = runs.held(call);
        streams.hosts(call.tenantId(), run, stream);
        if (streams.plan(call.tenantId(), run.id(), stream)) {
            for (var i = 0; i < plan.slices().size(); i++) {
                slices.add(call.tenantId(), run.id(), stream, i, plan.slices().get(i));
            }
        }
        return streams.state(call.tenantId(), run.id(), stream);
    }

    private static void requireBounds(PlannedSlices.Bounds bounds) {
        EngineText.exact("The lower bound", bounds.lower(), PlannedSlice.BOUND_LENGTH_MAX);
        EngineText.exact("The upper bound", bounds.upper(), PlannedSlice.BOUND_LENGTH_MAX);
        EngineText.count("The expected number of records", bounds.expected());
    }

    /** Cuts a slice in two; cutting it again at the same bound gives the first answer. */
    @Transactional
    public SliceState split(EngineCall call, SliceName name, SplitSlice cut) {
        EngineText.exact("The bound of the cut", cut.at(), PlannedSlice.BOUND_LENGTH_MAX);
        EngineText.count("The number of records before the cut", cut.before());
        EngineText.count("The number of records after the cut", cut.after());
        var run = runs.held(call);
        var stream = name.stream();
        streams.hold(call.tenantId(), run, stream);
        var slice = slices.lock(call.tenantId(), run, stream, name.number());
        var made = slices.cutFrom(call.tenantId(), run.id(), stream, name.number(), cut.at());
        if (made.isEmpty()) {
            requireCut(name, slice, cut);
            made = Optional.of(addCut(call, run, name, slice, cut));
        }
        return slices.state(call.tenantId(), run.id(), stream, made.get());
    }

    private int addCut(
            EngineCall call, RunRow run, SliceName name, SliceRow slice, SplitSlice cut) {
        var added = slices.count(call.tenantId(), run.id(), name.stream());
        if (added >= PlannedSlices.SLICES_MAX) {
            throw refused(
                    "SLICES_FULL",
                    "Stream '" + name.stream() + "' has " + added + " slices, and no more fit.");
        }
        slices.split(call, run.id(), name, slice, added, cut);
        return added;
    }

    private static void requireCut(SliceName name, SliceRow slice, SplitSlice cut) {
        if (slice.ended()) {
            throw refused(
                    "SLICE_ENDED", "The last page of slice " + name + " has arrived already.");
        }
        if (cut.at().isEmpty()
                || cut.at().equals(slice.bounds().lower())
                || cut.at().equals(slice.bounds().upper())) {
            throw EngineText.refused(
                    "Slice " + name + " cannot be cut at '" + cut.at() + "', its own bound.");
        }
    }

    /** Says whether a slice is complete, is to be read once more, or is incomplete. */
    @Transactional
    public SliceVerdict judge(EngineCall call, SliceName name, SliceEnd end) {
        var total = EngineText.count("The vendor's number of records", end.vendorTotal());
        var fault = SaidText.sentence(end.fault());
        var run = runs.held(call);
        var slice = slices.lock(call.tenantId(), run, name.stream(), name.number());
        if (!slice.open()) {
            return verdict(slice, slice.state().equals("SEALED"), false, slice.reason());
        }
        if (!slice.progress().lastPageIn() && fault.isEmpty()) {
            if (slice.restarted()) {
                // The answer to the first report was lost.
                return verdict(slice, false, true, "");
            }
            throw refused(
                    "SLICE_NOT_ENDED", "The last page of slice " + name + " has not arrived.");
        }
        return settle(call, run, name, slice, total, fault);
    }

    private SliceVerdict settle(
            EngineCall call, RunRow run, SliceName name, SliceRow slice, long total, String fault) {
        var distinct = slice.progress().distinct();
        var judgement = Judgement.of(slice.delta(), slice.attempt(), distinct, total, fault);
        var reason = judgement.reason();
        if (judgement.outcome() == AGAIN) {
            jdbc.sql(AGAIN_FROM_START)
                    .params(reason, call.tenantId(), run.id(), name.stream(), name.number())
                    .update();
        } else {
            jdbc.sql(JUDGED)
                    .param(total < 0 ? null : total)
                    .params(judgement.outcome().name(), reason, reason, reason)
                    .params(call.tenantId(), run.id(), name.stream(), name.number())
                    .update();
        }
        return verdict(slice, judgement.outcome() == SEALED, judgement.outcome() == AGAIN, reason);
    }

    private static SliceVerdict verdict(
            SliceRow slice, boolean sealed, boolean again, String reason) {
        return new SliceVerdict(
                sealed,
                again,
                slice.progress().nextSequence(),
                slice.progress().received(),
                slice.progress().distinct(),
                reason);
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(
                FaultKind.CONFLICT, code, sentence, "Use an engine of the platform's version.");
    }
}
