package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapEditor;
import io.penstock.platform.map.SaveOutcome;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.UUID;

/** Hands a press of a button to whoever knows what it does, and saves. */
@Component
class EditorActions {

    private static final Set<String> OF_LIST =
            Set.of("add", "remove", "up", "down", "move", "undo");
    private static final Set<String> OF_SAMPLE = Set.of("pick", "try");
    private static final Set<String> CHECKED =
            Set.of("edit", "call", "uncall", "callup", "calldown");

    private final TransformMaps maps;
    private final DataModels models;
    private final ListEdits list;
    private final SampleEdits samples;

    EditorActions(TransformMaps maps, DataModels models, ListEdits list, SampleEdits samples) {
        this.maps = maps;
        this.models = models;
        this.list = list;
        this.samples = samples;
    }

    /** What became of a map that was to be saved. */
    sealed interface Saving {

        record Done(UUID map) implements Saving {}

        /**
         * @param moved true when somebody else saved a version meanwhile
         */
        record Refused(String problem, int status, boolean moved) implements Saving {}
    }

    /**
     * What was sent, fitted to the models it is between: a new map's may have been chosen just now.
     *
     * @throws FaultException NOT_FOUND for an unknown connector
     */
    EditorForm fitted(EditorForm form) {
        var model = models.source(form.head().connector());
        var fitted =
                form.head().map() == null
                        ? form.between(model.name(), TargetAttribute.MODEL)
                        : form;
        return has(model, form.row().stream())
                ? fitted
                : fitted.with(RowForm.blank(firstStream(model)));
    }

    EditorStep act(int tenantId, EditorForm form, EditorAction action, String newCall) {
        if (OF_LIST.contains(action.name())) {
            return list.act(form, action);
        }
        if (OF_SAMPLE.contains(action.name())) {
            return samples.act(tenantId, form, action);
        }
        if (action.name().equals("rebase")) {
            return rebased(tenantId, form);
        }
        var step = RowEdits.act(form, action, newCall);
        return CHECKED.contains(action.name()) ? step.with(list.faultsSoFar(step.form())) : step;
    }

    /** The row as it is typed, looked at and not taken. */
    EditorStep checked(EditorForm form) {
        var step = EditorStep.quiet(form);
        return list.pending(form) ? step.with(list.faultsSoFar(form)) : step;
    }

    Saving save(Caller caller, EditorForm form) {
        if (list.pending(form)) {
            return refused(
                    "The row that is typed is not in the list. Add it or clear it, then save.");
        }
        try {
            return switch (stored(caller, form)) {
                case SaveOutcome.Saved(var version) -> new Saving.Done(version.map());
                case SaveOutcome.Refused(var faults) ->
                        refused(
                                "The map cannot work and is not saved: %d %s below."
                                        .formatted(
                                                faults.size(),
                                                faults.size() == 1 ? "fault is" : "faults are"));
            };
        } catch (FaultException e) {
            var moved = e.fault().code().equals("MAP_MOVED_ON");
            var status = FaultStatus.of(e.fault().kind()).value();
            return new Saving.Refused(e.fault().sentence(), status, moved);
        }
    }

    private SaveOutcome stored(Caller caller, EditorForm form) {
        var head = form.head();
        var editor = new MapEditor(caller.tenantId(), caller.username(), head.note());
        var map = head.map();
        return map == null
                ? maps.create(editor, head.connector(), head.name(), form.toFile())
                : maps.edit(editor, map, head.basedOn(), form.toFile());
    }

    static String firstStream(SourceModel model) {
        return model.streams().getFirst().name().text();
    }

    private EditorStep rebased(int tenantId, EditorForm form) {
        var map = form.head().map();
        if (map == null) {
            return EditorStep.quiet(form);
        }
        var newest = maps.require(tenantId, map, null).version();
        return EditorStep.of(
                form.with(form.head().based(newest)),
                "The next save follows version %d and puts these rows in its place."
                        .formatted(newest),
                "save");
    }

    private static Saving refused(String problem) {
        return new Saving.Refused(problem, 400, false);
    }

    private static boolean has(SourceModel model, String stream) {
        return model.streams().stream().anyMatch(one -> one.name().text().equals(stream));
    }
}
