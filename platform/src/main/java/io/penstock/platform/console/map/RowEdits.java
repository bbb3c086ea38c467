package io.penstock.platform.console.map;

import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.Functions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** What the buttons of the row that is typed do. */
final class RowEdits {

    private RowEdits() {}

    static EditorStep act(EditorForm form, EditorAction action, String newCall) {
        var row = form.row();
        return switch (action.name()) {
            case "clear" ->
                    EditorStep.of(form.with(RowForm.blank(row.stream())), "Row cleared.", "row");
            case "edit" -> edit(form, action.place());
            case "want" ->
                    EditorStep.of(
                            form.with(RowForm.blank(action.first()).filling(action.second())),
                            "Choose the source of " + action.second() + ".",
                            "row");
            case "path" -> EditorStep.of(form.with(row.withPath()), "", "path");
            case "call" -> call(form, newCall);
            case "uncall" ->
                    calls(form, action.place(), "removed", calls -> calls.remove(at(action)));
            case "callup" ->
                    calls(form, action.place(), "moved up", calls -> swap(calls, at(action), -1));
            case "calldown" ->
                    calls(form, action.place(), "moved down", calls -> swap(calls, at(action), 1));
            default -> EditorStep.quiet(form);
        };
    }

    private static EditorStep edit(EditorForm form, int place) {
        if (!EditedRows.of(form.draft()).has(place)) {
            return EditorStep.quiet(form);
        }
        var row = RowForm.of(place, form.draft().rows().get(place - 1));
        return EditorStep.of(form.with(row), "Row " + place + " is in the form above.", "row");
    }

    private static EditorStep call(EditorForm form, String name) {
        if (Functions.find(name).isEmpty()) {
            return EditorStep.of(form, "Choose a function first.", "call");
        }
        var calls = new ArrayList<>(form.row().functions());
        calls.add(CallFields.fresh(name));
        return EditorStep.of(form.with(form.row().with(calls)), name + " added.", "call");
    }

    private static EditorStep calls(
            EditorForm form, int place, String said, Consumer<List<FunctionCall>> change) {
        var calls = new ArrayList<>(form.row().functions());
        if (place < 1 || place > calls.size()) {
            return EditorStep.quiet(form);
        }
        var name = calls.get(place - 1).function();
        change.accept(calls);
        return EditorStep.of(form.with(form.row().with(calls)), name + " " + said + ".", "call");
    }

    private static int at(EditorAction action) {
        return action.place() - 1;
    }

    private static void swap(List<FunctionCall> calls, int at, int by) {
        if (at + by >= 0 && at + by < calls.size()) {
            Collections.swap(calls, at, at + by);
        }
    }
}
