package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.map.MapTrials;
import io.penstock.platform.map.TrialOrder;
import io.penstock.platform.map.TrialResult;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Takes a record out of what is stored, and tries the edited map on the one that is shown. */
@Component
class SampleEdits {

    private final MapTrials trials;

    SampleEdits(MapTrials trials) {
        this.trials = trials;
    }

    EditorStep act(int tenantId, EditorForm form, EditorAction action) {
        try {
            return action.name().equals("pick") ? pick(tenantId, form) : run(tenantId, form);
        } catch (FaultException e) {
            return EditorStep.refused(form, e.fault().sentence(), "record");
        }
    }

    private EditorStep pick(int tenantId, EditorForm form) {
        var sample = form.sample();
        if (sample.connection().isEmpty()) {
            return refused(form, "No connection is chosen. Choose one, or paste a record.");
        }
        var found = trials.samples(tenantId, uuid(sample.connection()), sample.stream(), 1);
        if (found.isEmpty()) {
            return refused(
                    form,
                    "No record of stream '%s' is kept of this connection. Run it, or paste one."
                            .formatted(sample.stream()));
        }
        var record = JsonLines.indented(found.getFirst());
        if (record.length() > EditorForm.RECORD_MAX) {
            return refused(form, tooLong(record) + " Draw another one.");
        }
        var drawn = new EditorForm.Sample(sample.connection(), sample.stream(), record);
        return run(tenantId, form.with(drawn));
    }

    private EditorStep run(int tenantId, EditorForm form) {
        var record = form.sample().record();
        if (record.isBlank()) {
            return refused(form, "There is no record to try. Draw a stored one, or paste one.");
        }
        if (record.length() > EditorForm.RECORD_MAX) {
            return refused(form, tooLong(record) + " POST /api/v1/maps/try takes longer ones.");
        }
        var edited = trial(tenantId, form, new TrialOrder.Draft(form.toFile()));
        var trial = TrialView.of(edited, present(tenantId, form));
        return EditorStep.of(form, "The record was tried.", "trial").with(trial);
    }

    private static String tooLong(String record) {
        return "The record has %d characters, this page takes %d."
                .formatted(record.length(), EditorForm.RECORD_MAX);
    }

    private static EditorStep refused(EditorForm form, String problem) {
        return EditorStep.refused(form, problem, "record");
    }

    private @Nullable TrialResult present(int tenantId, EditorForm form) {
        var map = form.head().map();
        return map == null
                ? null
                : trial(tenantId, form, new TrialOrder.SavedMap(map, form.head().basedOn()));
    }

    private TrialResult trial(int tenantId, EditorForm form, TrialOrder.MapText map) {
        var sample = form.sample();
        return trials.run(
                tenantId,
                new TrialOrder(
                        form.head().connector(),
                        sample.stream(),
                        map,
                        new TrialOrder.Pasted(sample.record())));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
